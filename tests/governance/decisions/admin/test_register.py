"""The secretariat's register: looked through, taken away as a table, and run from a draft to what is carried out."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.models import Body, Decision, Presence
from governance.decisions.rules import Procedure, State
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.decisions import BodyFactory, DecisionFactory, FollowUpFactory, committee
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
INDEX = "/admin/decisions/"


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory())


def today() -> datetime:
    return datetime.now(UTC)


def taken(number: int = 1, **fields: Any) -> Decision:
    return DecisionFactory(state=State.TAKEN, year=2026, number=number, settled_at=today(), **fields)


def opened(body: Body, by: User, *, procedure: Procedure) -> Decision:
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=today() - timedelta(hours=1))


def press(client: Client, decision: Decision, act: str, **typed: Any) -> str:
    page = client.post(reverse(f"decision:{act}", args=[decision.pk]), typed, follow=True)
    return " ".join(page.content.decode().split())


def test_the_menu_leads_to_the_register_the_offices_and_the_bodies(client: Client, secretary: User) -> None:
    menu = client.get("/admin/").content.decode()

    assert all(address in menu for address in (INDEX, "/admin/offices/", "/admin/bodies/"))


@pytest.mark.parametrize("who", ["member", "editor", "anonymous"])
def test_nobody_else_reads_or_runs_anything(site_root: SiteRoot, client: Client, who: str) -> None:
    decision = taken()
    if who != "anonymous":
        sign_in_with_second_factor(client, editor() if who == "editor" else delegate_of(member()))
    pk = decision.pk
    screens = [reverse("decision:index"), reverse("decision:add"), reverse("decision:propose", args=[decision.body_id])]
    screens += [reverse(f"decision:{act}", args=[pk]) for act in ("edit", "meeting", "ratify", "assign")]

    seen = [client.get(screen) for screen in screens]
    for act in ("open", "withdraw", "ratify"):
        client.post(reverse(f"decision:{act}", args=[pk]), {"on": "2026-06-01"})

    decision.refresh_from_db()
    assert not any(page.status_code == 200 for page in seen)
    assert decision.state == State.TAKEN


def test_the_register_is_narrowed_by_words_of_any_language_and_by_state(client: Client, secretary: User) -> None:
    taken(1, title=translated(en="A new auditor", fr="Une nouvelle révision"))
    taken(2, title=translated(en="Rent", fr="Loyer"), procedure=Procedure.SILENCE)

    by_words = client.get(INDEX, {"q": "révision"}).content.decode()
    by_procedure = client.get(INDEX, {"procedure": "silence"}).content.decode()

    assert ("2026/1 A new auditor" in by_words, "2026/2 Rent" in by_words) == (True, False)
    assert ("2026/1 A new auditor" in by_procedure, "2026/2 Rent" in by_procedure) == (False, True)


def test_the_register_is_taken_away_as_a_table_without_formulas(client: Client, secretary: User) -> None:
    decision = taken(7, title=translated(en="=cmd()"))
    FollowUpFactory(decision=decision, owner__name="Noor Halvorsen")

    table = b"".join(client.get(INDEX, {"export": "csv"})).decode()

    assert "2026/7,'=cmd()," in table
    assert ",Taken," in table
    assert "Noor Halvorsen" in table


def test_the_register_costs_the_same_with_one_and_three_entries(client: Client, secretary: User) -> None:
    body, counts = BodyFactory(), []
    for number in (1, 2, 3):
        FollowUpFactory(decision=taken(number, body=body))
        with CaptureQueriesContext(connection) as asked:
            client.get(INDEX)
        counts.append(len(asked))

    assert counts[0] == counts[2]


def test_with_one_body_there_is_nothing_to_choose(client: Client, secretary: User) -> None:
    none = client.get(reverse("decision:add")).content.decode()
    body = BodyFactory()
    one = client.get(reverse("decision:add"))
    BodyFactory(name=translated(en="Finance group"))
    two = client.get(reverse("decision:add")).content.decode()

    assert "There is no body that decides yet." in none
    assert one["Location"] == reverse("decision:propose", args=[body.pk])
    assert "Finance group" in two


def test_a_draft_is_written_on_the_desk_and_opened(client: Client, secretary: User) -> None:
    body, people = committee()
    typed = {
        "title_en": "A new auditor", "text_en": "We change the auditor.", "procedure": "written", "subject": "other",
        "owner": body.offices.get(user=people[1]).pk,
    }  # fmt: skip
    address = reverse("decision:propose", args=[body.pk])

    without_owner = client.post(address, {**typed, "owner": ""})
    client.post(address, typed)
    draft = Decision.objects.get()
    page = press(client, draft, "open")
    twice = press(client, draft, "open")

    draft.refresh_from_db()
    assert without_owner.context["form"].errors.keys() == {"owner"}
    assert "A new auditor" in without_owner.content.decode()
    assert (draft.state, draft.proposed_by) == (State.OPEN, secretary)
    assert "Done." in page
    assert "This decision was opened already." in twice


def test_an_open_question_is_withdrawn_from_the_desk(client: Client, secretary: User) -> None:
    body, people = committee()
    decision = opened(body, people[0], procedure=Procedure.WRITTEN)

    page = press(client, decision, "withdraw")

    assert Decision.objects.get().state == State.WITHDRAWN
    assert "Nothing: it is at its end." in page


def test_what_a_meeting_decided_is_entered_with_who_was_there(client: Client, secretary: User) -> None:
    body, people = committee(4)
    decision = opened(body, people[0], procedure=Procedure.MEETING)
    seats = {f"seat_{person.pk}": place for person, place in zip(people, ("here", "here", "left", "away"), strict=True)}
    votes = {"votes_for": 2, "votes_against": 0, "abstentions": 0, "chair": ""}

    form = client.get(reverse("decision:meeting", args=[decision.pk])).content.decode()
    without_why = press(client, decision, "meeting", **seats, **votes)
    too_many = press(
        client, decision, "meeting", **seats, **{**votes, "votes_for": 3}, **{f"why_{people[2].pk}": "My firm."}
    )
    page = press(client, decision, "meeting", **seats, **votes, **{f"why_{people[2].pk}": "My firm."})

    decision.refresh_from_db()
    assert people[3].name in form
    assert "Write down the interest because of which they left." in without_why
    assert "There are more votes than members who may vote." in too_many
    assert "2 of 3 present, quorum 1/2;" in page
    assert (decision.state, decision.outcome["recused"]) == (State.TAKEN, 1)
    assert set(Presence.objects.values_list("member", flat=True)) == {people[0].pk, people[1].pk}
    assert "recused: My firm." in page


def test_what_was_taken_is_ratified_and_given_to_somebody(client: Client, secretary: User) -> None:
    decision = taken()
    tomorrow = today().date() + timedelta(days=1)

    too_early = press(client, decision, "ratify", on=tomorrow.isoformat())
    press(client, decision, "ratify", on="2026-06-01")
    again = press(client, decision, "ratify", on="2026-06-01")
    given = press(client, decision, "assign", owner=secretary.pk, due_on="2027-01-31")

    decision.refresh_from_db()
    assert "This day is still to come." in too_early
    assert "Only a decision that was taken can be carried out or ratified." in again
    assert (decision.state, decision.follow_ups.get().owner) == (State.RATIFIED, secretary)
    assert "31 January 2027" in given


def test_a_follow_up_is_finished_or_dropped_and_not_twice(client: Client, secretary: User) -> None:
    decision = taken()
    kept, dropped = FollowUpFactory(decision=decision), FollowUpFactory(decision=decision)
    elsewhere = FollowUpFactory(decision=taken(2))

    def act(number: int, name: str) -> Any:
        return client.post(reverse("decision:follow_up", args=[decision.pk, number, name]), follow=True)

    act(kept.pk, "done")
    again = act(kept.pk, "drop").content.decode()
    act(dropped.pk, "drop")

    assert [one.state for one in decision.follow_ups.order_by("pk")] == ["done", "dropped"]
    assert "This was settled already." in again
    assert [act(elsewhere.pk, "done").status_code, act(kept.pk, "dance").status_code] == [404, 404]


def test_what_does_not_exist_is_not_found(client: Client, secretary: User) -> None:
    assert client.get(reverse("decision:edit", args=[4711]), follow=True).status_code == 404
    assert client.get(reverse("decision:open", args=[taken().pk])).status_code == 405
