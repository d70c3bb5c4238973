"""Laws of arrears, payment plans and the years that a membership pays for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.organisations.rules import (
    Due,
    DuesRule,
    Plan,
    Right,
    TermRights,
    bears_dues,
    is_in_arrears,
    last_due_in_arrears,
    standing,
)

DAY = date(2026, 6, 10)
FULL = TermRights(vote=True, propose=True, stand=True, attend=True)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
years = st.integers(0, 5)
sums = st.integers(0, 10**9)


def due(**fields: int) -> Due:
    return Due(year=2020, due_on=date(2020, 1, 31), **{"amount": 100, "paid": 0, **fields})


def anniversary(day: date, *, years: int) -> date:
    """The same day years later; 29 February becomes 1 March. The plain way, against which the rule is held."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


@given(days, years)
def test_an_invoice_is_as_old_as_its_anniversaries(on: date, age: int) -> None:
    rule = DuesRule(years_in_arrears=age)
    last = last_due_in_arrears(rule, on=on)

    assert anniversary(last, years=age) <= on
    assert anniversary(last + timedelta(days=1), years=age) > on


@given(days, days, years)
def test_the_last_due_day_never_goes_back(one: date, other: date, age: int) -> None:
    rule = DuesRule(years_in_arrears=age)
    earlier, later = sorted((one, other))

    assert last_due_in_arrears(rule, on=earlier) <= last_due_in_arrears(rule, on=later)


@given(sums, sums, sums)
def test_what_is_open_is_what_is_missing_and_never_negative(amount: int, paid: int, credited: int) -> None:
    owed = due(amount=amount, paid=paid, credited=credited)

    assert owed.open_amount == max(0, amount - paid - credited)
    assert owed.is_open == (paid + credited < amount)


@given(sums, sums, sums)
def test_giving_back_mends_as_much_as_paying(amount: int, paid: int, more: int) -> None:
    by_payment, by_note = due(amount=amount, paid=paid + more), due(amount=amount, paid=paid, credited=more)

    assert by_payment.open_amount == by_note.open_amount


@given(st.lists(st.tuples(days, sums, sums), max_size=4), st.frozensets(st.sampled_from(list(Right))), years)
def test_a_plan_that_holds_gives_back_what_dues_took(
    drawn: list[tuple[date, int, int]], suspends: frozenset[Right], age: int
) -> None:
    owed = [Due(year=2020, due_on=due_on, amount=amount, paid=paid) for due_on, amount, paid in drawn]
    rule = DuesRule(years_in_arrears=age, suspends=suspends)

    found = standing(FULL, owed, agreements=[Plan(from_on=DAY)], rule=rule, on=DAY)

    assert found.is_good
    assert all(found.may(right) for right in Right)


@given(st.lists(st.tuples(days, sums, sums), max_size=4), years)
def test_more_debts_never_mend_a_standing(drawn: list[tuple[date, int, int]], age: int) -> None:
    owed = [Due(year=2020, due_on=due_on, amount=amount, paid=paid) for due_on, amount, paid in drawn]
    rule = DuesRule(years_in_arrears=age)

    fewer, all_of_them = (is_in_arrears(some, rule=rule, on=DAY) for some in (owed[1:], owed))

    assert all_of_them or not fewer


@given(st.frozensets(st.sampled_from(list(Right))))
def test_dues_suspend_what_the_rule_names_and_nothing_else(suspends: frozenset[Right]) -> None:
    found = standing(FULL, [due()], rule=DuesRule(suspends=suspends), on=DAY)

    assert {right for right in Right if not found.may(right)} == suspends


@pytest.mark.parametrize(
    ("from_on", "until_on", "holds"),
    [
        (DAY, None, True),
        (DAY, date(2026, 6, 11), True),
        (date(2026, 1, 1), DAY, False),
        (date(2026, 6, 11), None, False),
    ],
)
def test_a_plan_holds_from_its_first_day_until_the_day_of_its_end(
    from_on: date,
    until_on: date | None,
    holds: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert Plan(from_on=from_on, until_on=until_on).holds_on(DAY) is holds


@pytest.mark.parametrize(
    ("from_on", "until_on", "year", "pays"),
    [
        (date(2026, 12, 31), None, 2026, True),
        (date(2027, 1, 1), None, 2026, False),
        (date(2010, 1, 1), date(2026, 1, 1), 2026, False),
        (date(2010, 1, 1), date(2026, 1, 2), 2026, True),
    ],
)
def test_a_term_pays_for_the_years_in_which_it_holds_on_a_day(
    from_on: date,
    until_on: date | None,
    year: int,
    pays: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert bears_dues(from_on, until_on, year=year) is pays
