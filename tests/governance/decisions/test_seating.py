"""Offices begin and end, and nothing of them is rewritten."""

from datetime import date, datetime

import pytest

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Office
from governance.decisions.rules import OfficeRole
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from tests.factories.decisions import BodyFactory, OfficeFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db


def test_an_office_is_begun_and_ended_and_the_ledger_says_so(now: datetime) -> None:
    body, person = BodyFactory(slug="executive"), PersonFactory()

    office = actions.begin_office(body, user=person, role=OfficeRole.CHAIR, from_on=date(2026, 1, 1), now=now)
    actions.end_office(office, until_on=date(2026, 6, 30), now=now)

    identity = {"office": office.pk, "body": "executive", "holder": person.pk}
    assert Office.objects.get().until_on == date(2026, 6, 30)
    assert [(entry.kind, entry.body) for entry in Entry.objects.order_by("n")] == [
        ("office_begun", {**identity, "role": "chair", "from": "2026-01-01"}),
        ("office_ended", {**identity, "until": "2026-06-30"}),
    ]
    assert verify().holds


def test_a_chair_follows_a_chair_on_the_day_after(now: datetime) -> None:
    body, people = committee(1)
    actions.end_office(body.offices.get(), until_on=date(2026, 7, 1), now=now)

    with pytest.raises(DecisionRefused, match="The body has a chair at that time already"):
        actions.begin_office(body, user=PersonFactory(), role=OfficeRole.CHAIR, from_on=date(2026, 6, 30), now=now)
    actions.begin_office(body, user=people[0], role=OfficeRole.CHAIR, from_on=date(2026, 7, 1), now=now)

    assert body.offices.chairs().on(date(2026, 7, 1)).count() == 1


def test_a_person_sits_once_in_a_body_and_may_sit_in_two(now: datetime) -> None:
    office = OfficeFactory()

    with pytest.raises(DecisionRefused, match="This person sits in the body at that time already"):
        actions.begin_office(
            office.body, user=office.user, role=OfficeRole.TREASURER, from_on=date(2026, 1, 1), now=now
        )
    elsewhere = actions.begin_office(
        BodyFactory(), user=office.user, role=OfficeRole.MEMBER, from_on=date(2026, 1, 1), now=now
    )

    assert set(office.user.offices.all()) == {office, elsewhere}


def test_a_term_ends_after_it_begins(now: datetime) -> None:
    begin, day = OfficeFactory(from_on=date(2026, 1, 1)), date(2026, 1, 1)

    with pytest.raises(DecisionRefused, match="An office ends after it begins"):
        actions.begin_office(
            begin.body, user=PersonFactory(), role=OfficeRole.MEMBER, from_on=day, until_on=day, now=now
        )
    with pytest.raises(DecisionRefused, match="An office ends after it begins"):
        actions.end_office(begin, until_on=day, now=now)

    assert Office.objects.get().until_on is None


def test_a_planned_end_comes_earlier_and_not_later(now: datetime) -> None:
    planned, over = OfficeFactory(until_on=date(2027, 1, 1)), OfficeFactory(until_on=date(2026, 6, 10))

    actions.end_office(planned, until_on=date(2026, 9, 1), now=now)

    planned.refresh_from_db()
    assert planned.until_on == date(2026, 9, 1)
    for office, until_on in ((planned, date(2026, 12, 1)), (over, date(2026, 6, 1))):
        with pytest.raises(DecisionRefused, match="what is over is not changed"):
            actions.end_office(office, until_on=until_on, now=now)
