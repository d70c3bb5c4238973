"""Payment plans: while one holds, dues suspend nothing."""

from datetime import date

import pytest

from members.organisations.actions import (
    DuesRefused,
    agree_plan,
    end_plan,
)
from members.organisations.models import Agreement, Organisation
from members.organisations.queries import standing_of
from members.organisations.rules import Bill, Right
from tests.factories.organisations import (
    InvoiceFactory,
    OrganisationFactory,
    member,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)
BILL = Bill(year=2026, amount=60_000, currency="CHF", issued_on=date(2026, 1, 15), due_on=date(2026, 3, 31))


def behind() -> Organisation:
    organisation = member(name="Lantern Forum")
    InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31))
    return organisation


def test_a_plan_gives_the_rights_back_while_it_holds() -> None:
    organisation = behind()

    agree_plan(organisation, from_on=date(2026, 6, 1), until_on=date(2026, 7, 1), terms="Two halves")

    days = [date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [standing_of(organisation, on=day).may(Right.VOTE) for day in days] == [False, True, True, False]


def test_plans_follow_one_another_and_never_overlap() -> None:
    organisation = behind()
    plan = agree_plan(organisation, from_on=date(2026, 1, 1), until_on=date(2026, 7, 1), terms="Two halves")
    sentence = r"Lantern Forum has a payment plan in that time\. End it first\."

    with pytest.raises(DuesRefused, match=sentence):
        agree_plan(organisation, from_on=date(2026, 6, 30), until_on=None, terms="Again")
    with pytest.raises(DuesRefused, match=sentence):
        agree_plan(organisation, from_on=date(2025, 1, 1), until_on=date(2026, 1, 2), terms="Before")
    after = agree_plan(organisation, from_on=date(2026, 7, 1), until_on=None, terms="After")

    assert list(Agreement.objects.order_by("from_on")) == [plan, after]
    assert str(after) == "After"


def test_a_plan_ends_after_it_begins() -> None:
    sentence = r"A payment plan ends after the day on which it begins\."
    plan = agree_plan(behind(), from_on=date(2026, 1, 1), until_on=None, terms="Two halves")

    with pytest.raises(DuesRefused, match=sentence):
        agree_plan(OrganisationFactory(), from_on=DAY, until_on=DAY, terms="Never")
    with pytest.raises(DuesRefused, match=sentence):
        end_plan(plan, until_on=date(2026, 1, 1))

    plan.refresh_from_db()
    assert plan.until_on is None


def test_a_plan_ends_earlier_and_never_later() -> None:
    plan = agree_plan(behind(), from_on=date(2026, 1, 1), until_on=date(2026, 12, 1), terms="Two halves")
    end_plan(plan, until_on=date(2026, 7, 1))

    with pytest.raises(DuesRefused, match=r"This plan ends on 2026-07-01 already\."):
        end_plan(plan, until_on=date(2026, 8, 1))

    plan.refresh_from_db()
    assert plan.until_on == date(2026, 7, 1)
