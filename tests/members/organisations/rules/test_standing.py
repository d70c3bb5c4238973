from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from members.organisations.rules import Due, DuesRule, Reason, Right, TermRights, is_in_arrears, standing

FULL = TermRights(vote=True, propose=True, stand=True, attend=True)
OBSERVER = TermRights(vote=False, propose=False, stand=False, attend=True)
DAY = date(2026, 6, 10)


def open_since(due_on: date) -> Due:
    return Due(year=due_on.year, due_on=due_on, amount=50_000, paid=49_999)


def test_a_full_member_without_debts_has_every_right() -> None:
    result = standing(FULL, [], rule=DuesRule(), on=DAY)

    assert result.reasons == dict.fromkeys(Right, ())
    assert result.is_good


def test_an_observer_may_attend_and_is_told_why_nothing_else() -> None:
    result = standing(OBSERVER, [], rule=DuesRule(), on=DAY)

    category = (Reason.CATEGORY,)
    assert result.reasons == {
        Right.VOTE: category,
        Right.PROPOSE: category,
        Right.STAND: category,
        Right.ATTEND: (),
    }


def test_nobody_has_rights_without_a_term_on_that_day() -> None:
    result = standing(None, [], rule=DuesRule(), on=DAY)

    assert set(result.reasons.values()) == {(Reason.NOT_A_MEMBER,)}
    assert not result.is_good


def test_a_year_in_arrears_suspends_the_vote_and_the_candidacy_and_nothing_else() -> None:
    result = standing(FULL, [open_since(date(2025, 6, 10))], rule=DuesRule(), on=DAY)

    dues = (Reason.DUES,)
    assert result.reasons == {Right.VOTE: dues, Right.STAND: dues, Right.PROPOSE: (), Right.ATTEND: ()}
    assert not result.is_good


def test_a_day_less_than_a_year_in_arrears_suspends_nothing() -> None:
    result = standing(FULL, [open_since(date(2025, 6, 11))], rule=DuesRule(), on=DAY)

    assert result.is_good


def test_a_paid_invoice_never_counts() -> None:
    paid = Due(year=2020, due_on=date(2020, 1, 1), amount=50_000, paid=50_000)

    assert not is_in_arrears([paid], rule=DuesRule(), on=DAY)


def test_an_invoice_due_on_leap_day_is_a_year_old_on_the_first_of_march() -> None:
    due = open_since(date(2024, 2, 29))

    assert not is_in_arrears([due], rule=DuesRule(), on=date(2025, 2, 28))
    assert is_in_arrears([due], rule=DuesRule(), on=date(2025, 3, 1))


@given(st.integers(0, 3_000), st.integers(0, 3_000))
def test_waiting_longer_never_mends_arrears(first: int, more: int) -> None:
    due = open_since(date(2020, 1, 1))
    earlier = date(2020, 1, 1) + timedelta(days=first)

    then, later = (is_in_arrears([due], rule=DuesRule(), on=earlier + timedelta(days=n)) for n in (0, more))

    assert later or not then
