from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.models import Decision
from governance.decisions.rules import Choice, Procedure
from home.queries.needs import Kind, needs
from members.accounts.models import User
from members.organisations.rules import Role
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, committee
from tests.factories.groups import GroupFactory, TaskFactory, person_in
from tests.factories.organisations import (
    ContactFactory,
    InvoiceFactory,
    PaymentFactory,
    PersonFactory,
    delegate_of,
    member,
)

pytestmark = pytest.mark.django_db
TODAY = "/en/today/"
MOST_QUERIES = 24


def running(by: User, body: object, *, procedure: Procedure, days_ago: int = 0) -> Decision:
    now = timezone.now() - timedelta(days=days_ago, hours=1)
    draft = DecisionFactory(body=body, procedure=procedure, title=translated(en=f"By {procedure}"))
    return actions.open_decision(draft, by=by, now=now)


def test_the_nearest_deadline_comes_first_and_what_was_answered_is_gone() -> None:
    body, people = committee()
    later = running(people[0], body, procedure=Procedure.WRITTEN)
    sooner = running(people[0], body, procedure=Procedure.WRITTEN, days_ago=3)
    answered = running(people[0], body, procedure=Procedure.WRITTEN, days_ago=4)
    actions.answer(answered, member=people[1], choice=Choice.FOR, now=timezone.now())

    found = needs(people[1], now=timezone.now())

    assert [(need.mark, need.kind) for need in found] == [
        (sooner.register_number, Kind.DECISION_ANSWER),
        (later.register_number, Kind.DECISION_ANSWER),
    ]


def test_a_committee_asks_those_who_sit_in_it_and_no_other_member() -> None:
    body, people = committee()
    running(people[0], body, procedure=Procedure.SILENCE)
    running(people[0], body, procedure=Procedure.WRITTEN)
    reader = delegate_of(member())

    asked = [{need.kind for need in needs(person, now=timezone.now())} for person in (people[1], reader)]

    assert asked == [{Kind.DECISION_ANSWER, Kind.DECISION_OBJECTION}, set()]


def test_my_tasks_in_groups_and_my_groups_stand_on_the_dashboard(client: Client) -> None:
    group = GroupFactory(name=translated(en="Money and fees"))
    person = person_in(group)
    TaskFactory(group=group, owner=person, what="Translate the checklist", due_on=date(2099, 1, 1))
    client.force_login(person)

    page = client.get(TODAY)

    assert [(need.kind, need.mark) for need in page.context["today"].needs] == [(Kind.TASK, "Money and fees")]
    assert "Your task in “Money and fees”." in page.content.decode()
    assert [one.group for one in page.context["today"].groups] == [group]


def test_somebody_recused_is_not_asked() -> None:
    body, people = committee()
    decision = running(people[0], body, procedure=Procedure.WRITTEN)
    actions.recuse(decision, member=people[1], words="A cousin.", now=timezone.now())

    assert needs(people[1], now=timezone.now()) == []


def test_the_dashboard_greets_by_name_and_says_for_whom(client: Client) -> None:
    organisation = member(name="Lantern Forum for Children")
    client.force_login(delegate_of(organisation, name="Teodora Wanjiku"))

    page = client.get(TODAY).content.decode()

    assert ", Teodora</h1>" in page
    assert "You speak and vote for Lantern Forum for Children." in page
    assert "Nothing needs you now." in page
    assert "In good standing" in page


def test_the_dashboard_shows_the_fees_and_what_is_owed(client: Client) -> None:
    organisation = member()
    person = delegate_of(organisation)
    old = InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31))
    client.force_login(person)

    behind = client.get(TODAY).content.decode()
    PaymentFactory(invoice=old, paid_on=date(2024, 5, 3))
    paid = client.get(TODAY).content.decode()

    assert ["Not in good standing" in behind, "Due 31 March 2024" in behind] == [True, True]
    assert ["Not in good standing" in paid, "Paid on 3 May 2024" in paid] == [False, True]


def test_a_reader_of_the_bulletin_is_here_for_the_organisation_and_does_not_vote(client: Client) -> None:
    organisation = member(name="East Shore Observers")
    client.force_login(ContactFactory(organisation=organisation, role=Role.BULLETIN).user)

    page = client.get(TODAY).content.decode()

    assert "You are here for East Shore Observers." in page


def test_the_secretariat_has_a_page_without_an_organisation(client: Client) -> None:
    client.force_login(StaffFactory())

    page = client.get(TODAY).content.decode()

    assert "You work in the secretariat." in page


def test_the_anonymous_sign_in_and_strangers_get_404(client: Client) -> None:
    anonymous = client.get(TODAY)
    client.force_login(PersonFactory())

    assert (anonymous.status_code, client.get(TODAY).status_code) == (302, 404)


def test_the_dashboard_costs_the_same_with_one_and_three_decisions(client: Client) -> None:
    body, people = committee()
    client.force_login(people[1])
    client.get(TODAY)  # allauth notes the session at the first request
    counts = []
    for _number in range(3):
        running(people[0], body, procedure=Procedure.WRITTEN)
        with CaptureQueriesContext(connection) as asked:
            client.get(TODAY)
        counts.append(len(asked))

    assert counts[0] == counts[1] == counts[2] <= MOST_QUERIES
