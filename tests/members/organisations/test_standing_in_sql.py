"""The rule of standing exists in Python for one and in SQL for many: over the same cases they say the same."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.organisations.models import Agreement, Organisation
from members.organisations.queries import standing_of, standings
from members.organisations.rules import DuesRule, Reason, Right
from tests.factories.organisations import (
    CategoryFactory,
    CreditNoteFactory,
    InvoiceFactory,
    OrganisationFactory,
    PaymentFactory,
    TermFactory,
    member,
)

DAY = date(2028, 2, 29)
near = st.integers(-800, 60).map(lambda days: DAY + timedelta(days=days))
years = st.integers(0, 3)
rules = st.builds(DuesRule, years_in_arrears=years, suspends=st.frozensets(st.sampled_from(list(Right))))
rights = st.fixed_dictionaries({f"may_{right.value}": st.booleans() for right in Right})
money = st.integers(1, 3)
periods = st.tuples(near, st.none() | st.integers(1, 900))
payments = st.lists(st.tuples(money, near, st.booleans()), max_size=2)
credits = st.lists(st.tuples(money, near), max_size=2)
invoices = st.lists(st.tuples(near, st.integers(1, 4), payments, credits), max_size=3)


def until(period: tuple[date, int | None]) -> dict[str, Any]:
    begin, days = period
    return {"from_on": begin, "until_on": None if days is None else begin + timedelta(days=days)}


def owe(organisation: Organisation, *, drawn: list[Any]) -> None:
    for number, (due_on, amount, paid, given_back) in enumerate(drawn):
        invoice = InvoiceFactory(organisation=organisation, year=2020 + number, due_on=due_on, amount=amount)
        for sum_, paid_on, mistaken in paid:
            taken_back_on = DAY if mistaken else None
            PaymentFactory(invoice=invoice, amount=sum_, paid_on=paid_on, taken_back_on=taken_back_on)
        for sum_, issued_on in given_back:
            CreditNoteFactory(invoice=invoice, amount=sum_, issued_on=issued_on)


class StandingInSql(TestCase):
    databases = "__all__"

    @settings(max_examples=120)
    @given(term=st.none() | periods, rights=rights, plan=st.none() | periods, drawn=invoices, rule=rules)
    def test_python_and_sql_say_the_same(self, term: Any, rights: Any, plan: Any, drawn: Any, rule: DuesRule) -> None:
        organisation = OrganisationFactory()
        if term is not None:
            TermFactory(organisation=organisation, category=CategoryFactory(**rights), **until(term))
        if plan is not None:
            Agreement.objects.create(organisation=organisation, terms="Later", **until(plan))
        owe(organisation, drawn=drawn)

        in_sql = standings([organisation], on=DAY, rule=rule)[organisation.pk]

        assert in_sql == standing_of(organisation, on=DAY, rule=rule)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("due_on", "on", "behind"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2027, 2, 28), date(2028, 2, 28), True),
        (date(2027, 3, 1), date(2028, 2, 29), False),
    ],
)
def test_both_know_leap_days(due_on: date, on: date, behind: bool) -> None:  # noqa: FBT001 - a column of the table
    organisation = member()
    InvoiceFactory(organisation=organisation, due_on=due_on)

    found = [standing_of(organisation, on=on), standings([organisation], on=on)[organisation.pk]]

    assert [one.reasons[Right.VOTE] for one in found] == [(Reason.DUES,) if behind else ()] * 2


@pytest.mark.django_db
def test_two_terms_one_after_the_other_give_one_row() -> None:
    term = TermFactory(until_on=date(2020, 1, 1))
    TermFactory(organisation=term.organisation, from_on=date(2020, 1, 1))

    rows = Organisation.objects.members_on(DAY).with_standing(on=DAY, rule=DuesRule())

    assert [row.standing.is_good for row in rows] == [True]


@pytest.mark.django_db
def test_a_rule_that_suspends_nothing_asks_no_invoice() -> None:
    asked = Organisation.objects.with_standing(on=DAY, rule=DuesRule(suspends=frozenset()))

    assert "organisations_invoice" not in str(asked.query)


@pytest.mark.django_db
def test_each_missing_right_has_its_own_reason() -> None:
    organisation = TermFactory(category=CategoryFactory(may_propose=False)).organisation
    InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31))

    row = Organisation.objects.with_standing(on=DAY, rule=DuesRule()).get()

    assert row.standing.reasons == {
        Right.VOTE: (Reason.DUES,),
        Right.PROPOSE: (Reason.CATEGORY,),
        Right.STAND: (Reason.DUES,),
        Right.ATTEND: (),
    }
