"""Whom a person acts for just now, and what they did this week."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from governance.decisions import actions
from governance.decisions.rules import Choice, Procedure
from home.queries.done import Deed, done_since
from home.rules import monday
from members.organisations.queries import acting_of
from members.organisations.rules import Role
from tests.factories.decisions import committee
from tests.factories.groups import GroupFactory, TaskFactory
from tests.factories.organisations import ContactFactory, delegate_of, member
from tests.home.test_today import TODAY, running
from tests.site import SiteRoot


@pytest.mark.django_db
def test_those_that_a_person_speaks_for_come_first() -> None:
    spoken_for, read_for = member(name="Zebra House"), member(name="Aardvark House")
    person = delegate_of(spoken_for)
    ContactFactory(user=person, organisation=read_for, role=Role.BULLETIN)
    ContactFactory(user=person, organisation=spoken_for, role=Role.BULLETIN)

    found = acting_of(person, on=timezone.now().date())

    assert [(one.organisation, one.speaks) for one in found] == [(spoken_for, True), (read_for, False)]


@pytest.mark.django_db
def test_who_has_several_organisations_chooses_one_in_the_header(client: Client, site_root: SiteRoot) -> None:
    first, second, other = member(name="Aardvark House"), member(name="Zebra House"), member(name="Not Mine")
    person = delegate_of(first)
    ContactFactory(user=person, organisation=second, role=Role.BULLETIN)
    client.force_login(person)
    before = client.get(TODAY).content.decode()

    client.post("/en/today/for/", {"organisation": second.key})
    chosen = client.get(TODAY).content.decode()
    client.post("/en/today/for/", {"organisation": other.key})
    still = client.get(TODAY).content.decode()

    assert "For <b>Aardvark House</b>" in before
    assert "For <b>Zebra House</b>" in chosen
    assert '<h2 id="own">Zebra House</h2>' in chosen
    assert "For <b>Zebra House</b>" in still
    assert "Not Mine" not in still


@pytest.mark.django_db
def test_who_has_one_organisation_has_nothing_to_choose(client: Client, site_root: SiteRoot) -> None:
    client.force_login(delegate_of(member(name="Aardvark House")))

    page = client.get(TODAY).content.decode()

    assert "For <b>Aardvark House</b>" in page
    assert "/en/today/for/" not in page
    assert client.get("/en/today/for/").status_code == 405


@pytest.mark.django_db
def test_what_was_done_this_week_is_told_and_the_week_before_is_not() -> None:
    body, people = committee()
    now = timezone.now()
    decision = running(people[0], body, procedure=Procedure.WRITTEN)
    actions.answer(decision, member=people[1], choice=Choice.FOR, now=now)
    silent = running(people[0], body, procedure=Procedure.SILENCE)
    reader = delegate_of(member())
    actions.confirm_reading(silent, reader=reader, now=now)
    TaskFactory(group=GroupFactory(), owner=reader, what="Ring the printer", done_at=now)

    deeds = {
        who: [(one.deed, str(one.subject)) for one in done_since(person, now - timedelta(hours=2))]
        for who, person in (("answered", people[1]), ("read", reader), ("neither", people[0]))
    }
    later = done_since(reader, now + timedelta(hours=1))

    assert deeds["answered"] == [(Deed.ANSWERED, "By written")]
    assert sorted(deeds["read"]) == [(Deed.READ, "By silence"), (Deed.TASK, "Ring the printer")]
    assert deeds["neither"] == []
    assert later == []


def test_a_week_begins_on_monday_at_midnight() -> None:
    sunday = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)

    assert monday(sunday) == datetime(2026, 11, 16, tzinfo=UTC)
    assert monday(monday(sunday)) == monday(sunday)
