from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.models import Body, Decision
from governance.decisions.rules import FollowUpState, Procedure, State
from members.accounts.models import User
from tests.factories.decisions import DecisionFactory, FollowUpFactory, committee
from tests.factories.organisations import PersonFactory, delegate_of, member

pytestmark = pytest.mark.django_db
REGISTER = "/en/decisions/"


@pytest.fixture
def reader(client: Client) -> User:
    """Signed in for a member, with no seat in any body."""
    person = delegate_of(member())
    client.force_login(person)
    return person


def taken(number: int = 1, **fields: Any) -> Decision:
    at = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
    return DecisionFactory(state=State.TAKEN, year=2026, number=number, settled_at=at, **fields)


def running(body: Body, by: User, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    """Opened an hour ago, so that the page's own clock finds it open."""
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=timezone.now() - timedelta(hours=1))


def titles(client: Client, query: str = "") -> list[str]:
    return [str(line.decision.title) for line in client.get(f"{REGISTER}{query}").context["lines"]]


def test_members_read_what_was_taken_with_its_number(client: Client, reader: User) -> None:
    taken(number=30, title=translated(en="Second signature"))

    page = client.get(REGISTER).content.decode()

    assert "2026/30" in page
    assert "Second signature" in page


def test_members_do_not_see_drafts_nor_what_is_open_in_writing(client: Client, reader: User) -> None:
    body, people = committee()
    hidden: list[Decision] = [DecisionFactory(body=body), running(body, people[0])]
    shown = running(body, people[0], procedure=Procedure.SILENCE)

    found = [line.decision for line in client.get(f"{REGISTER}").context["lines"]]
    answers = [client.get(reverse("decisions:detail", args=[one.key])).status_code for one in [*hidden, shown]]

    assert found == [shown]
    assert answers == [404, 404, 200]


def test_the_body_sees_its_own_drafts_and_not_those_of_another(client: Client) -> None:
    body, people = committee()
    own, other = DecisionFactory(body=body), DecisionFactory()
    client.force_login(people[1])

    page = client.get(REGISTER)

    assert page.context["drafts"] == [own]
    assert client.get(reverse("decisions:detail", args=[other.key])).status_code == 404


def test_the_register_is_filtered_by_year_state_and_words(client: Client, reader: User) -> None:
    taken(number=1, title=translated(en="Old", fr="Ancien"), proposed_by=reader)
    late = taken(number=2, title=translated(en="New auditor", fr="Révision des comptes"))
    FollowUpFactory(decision=late, due_on=date(2026, 1, 31))
    Decision.objects.filter(number=1).update(year=2025)

    found = [
        titles(client, query) for query in ("?year=2025", "?show=late", "?show=done", "?words=révision", "?words=x")
    ]

    assert found == [["Old"], ["New auditor"], [], ["New auditor"], []]


def test_nonsense_in_the_filters_falls_back(client: Client, reader: User) -> None:
    taken(title=translated(en="One"))

    assert titles(client, "?year=long-ago&show=everything") == ["One"]


def test_the_figures_say_how_many_are_done_in_time_and_late(client: Client, reader: User) -> None:
    today = timezone.now().date()
    done = {"state": FollowUpState.DONE, "due_on": date(2026, 6, 5)}
    FollowUpFactory(decision=taken(number=1), done_on=date(2026, 6, 5), **done)
    FollowUpFactory(decision=taken(number=2), done_on=date(2026, 6, 6), **done)
    FollowUpFactory(decision=taken(number=3), due_on=today - timedelta(days=1))
    FollowUpFactory(decision=taken(number=4), due_on=today + timedelta(days=9))

    figures = client.get(REGISTER).context["figures"]

    assert (figures.decisions, figures.in_time, figures.due, figures.late) == (4, 1, 3, 1)


def test_the_register_costs_the_same_with_one_and_three_entries(client: Client, reader: User) -> None:
    FollowUpFactory(decision=taken(number=1))
    client.get(REGISTER)  # allauth notes the session at the first request
    with CaptureQueriesContext(connection) as with_one:
        client.get(REGISTER)
    for number in (2, 3):
        FollowUpFactory(decision=taken(number=number))

    with CaptureQueriesContext(connection) as with_three:
        client.get(REGISTER)

    assert len(with_three) == len(with_one)


def test_the_register_comes_as_csv_that_no_spreadsheet_runs(client: Client, reader: User) -> None:
    owner = PersonFactory(name="Noor Halvorsen")
    FollowUpFactory(decision=taken(title=translated(en="=2+2")), owner=owner, due_on=date(2027, 7, 1))

    answer = client.get(reverse("decisions:csv"))

    assert answer.content.decode("utf-8-sig").splitlines() == [
        "number,title,procedure,owner,due_on,done_on,state,settled_on",
        "2026/1,'=2+2,written,Noor Halvorsen,2027-07-01,,in_hand,2026-06-02",
    ]


def test_a_member_outside_the_body_sees_no_answers_and_may_not_object(client: Client, reader: User) -> None:
    body, people = committee()
    decision = running(body, people[0], procedure=Procedure.SILENCE)

    page = client.get(reverse("decisions:detail", args=[decision.key])).content.decode()
    refused = client.post(reverse("decisions:answer", args=[decision.key]), {"choice": "object", "reason": "No."})

    assert "Only committee members may object." in page
    assert "Send my objection" not in page
    assert (refused.status_code, decision.answers.count()) == (422, 0)
