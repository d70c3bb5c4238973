"""The screens of the secretariat's desk: each one act, what was typed is kept, nobody else gets in."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State
from tests.factories.accounts import editor, sign_in_with_second_factor
from tests.factories.assembly import (
    Meeting,
    add_item,
    closed,
    convened,
    draft,
    frozen,
    minuted,
    opened,
)
from tests.factories.organisations import TermFactory
from tests.governance.assembly.desk import LOST_NOTHING, at, read, said, send, today
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
READ = ["desk", "agenda", "notices"]
READ_WITH_A_ROLL = ["roll", "room", "tellers"]
ASKED = ["add-item", "add-motion", "add-election"]
ASKED_WITH_A_ROLL = ["appoint", "appoint-teller"]


@pytest.mark.parametrize("who", ["member", "editor", "anonymous"])
def test_nobody_but_the_secretariat_gets_to_a_screen(site_root: SiteRoot, client: Client, who: str) -> None:
    meeting = opened(now=today(), organisations=3)
    screens = [at(meeting, name) for name in [*READ, *READ_WITH_A_ROLL, *ASKED, *ASKED_WITH_A_ROLL]]
    key, candidacy = meeting.election.key, meeting.election.candidacies.order_by("pk")[0].pk
    screens += [at(meeting, "candidates", key), at(meeting, "minutes"), at(meeting, "objections")]
    if who != "anonymous":
        sign_in_with_second_factor(client, meeting.people[0] if who == "member" else editor())

    answers = {address: client.get(address).status_code for address in screens}
    client.post(at(meeting, "remove-candidate", key, candidacy))
    client.post(at(meeting, "register"), {"delegation": meeting.assembly.delegations.order_by("pk")[0].pk})

    assert set(answers.values()) <= {302, 403, 404}
    assert meeting.election.candidacies.count() == 3
    assert not meeting.assembly.presences.exists()


def test_the_overview_tells_the_whole_life_and_what_is_missing(secretary: Client) -> None:
    meeting = draft(now=today() + timedelta(days=30), organisations=1)

    page = read(secretary, at(meeting, "desk"))

    for word in ("Written", "Convened", "Roll frozen", "Open", "Closed", "Minuted", "Final"):
        assert word in page
    assert 'aria-current="step"' in page
    assert "The statutes ask for 60 days of notice (art. 9.1). It had to go out by" in page


@pytest.mark.parametrize("made", [draft, convened, frozen, opened, closed, minuted])
def test_every_screen_shows_in_every_state(secretary: Client, made: object) -> None:
    assert callable(made)
    meeting: Meeting = made(now=today(), organisations=5)
    screens = [*READ, *ASKED, *(READ_WITH_A_ROLL + ASKED_WITH_A_ROLL if meeting.assembly.has_roll else [])]

    for name in screens:
        read(secretary, at(meeting, name))
    read(secretary, at(meeting, "candidates", meeting.election.key))

    assert secretary.get(at(meeting, "tellers")).status_code == (200 if meeting.assembly.has_roll else 404)


def test_the_agenda_is_written_moved_and_emptied(secretary: Client) -> None:
    meeting = draft(now=today(), motions=0, elections=0, organisations=1)

    send(secretary, at(meeting, "add-item"), **said("title", "Opening"))
    send(secretary, at(meeting, "add-item"), **said("title", "Plan"))
    assert "“Plan” was moved." in send(secretary, at(meeting, "move-item", 2, 1))
    send(secretary, at(meeting, "edit-item", 1), **said("title", "Plan of work"))
    upload = SimpleUploadedFile("plan.txt", b"words")
    send(secretary, at(meeting, "add-paper", 1), file=upload, **said("title", "The plan"))
    page = read(secretary, at(meeting, "agenda"))
    send(secretary, at(meeting, "remove-paper", 1, 1))
    send(secretary, at(meeting, "remove-item", 1))

    assert page.index("1. Plan of work") < page.index("1.1 The plan") < page.index("2. Opening")
    assert [str(item) for item in meeting.assembly.agenda.all()] == ["1. Opening"]


def test_what_was_typed_is_kept_when_something_is_missing(secretary: Client) -> None:
    meeting = draft(now=today(), motions=0, elections=0, organisations=1)
    add_item(meeting.assembly)
    typed = {**said("title", ""), **said("text", "We act at once."), "kind": "statutes"}

    motion = send(secretary, at(meeting, "add-motion"), **typed)
    election = send(
        secretary,
        at(meeting, "add-election"),
        **said("title", "Committee"),
        method="stv",
        open_seats="0",
        reserved="x" * 101,
    )
    paper = send(secretary, at(meeting, "add-paper", 1), **said("title", "No file"))

    assert LOST_NOTHING in motion and "We act at once." in motion
    assert '<option value="statutes" selected>' in motion
    assert LOST_NOTHING in election and "Say in 100 characters at most for whom a seat is." in election
    assert LOST_NOTHING in paper and "No file" in paper
    assert not meeting.assembly.motions.exists()


def test_a_refusal_of_an_act_stands_on_the_form(secretary: Client) -> None:
    meeting = convened(now=today(), organisations=1)

    page = send(secretary, at(meeting, "add-item"), **said("title", "Too late"))

    assert "What they were told cannot be changed any more." in page
    assert "Too late" in page


def test_motions_and_elections_are_changed_and_removed(secretary: Client) -> None:
    meeting = draft(now=today(), organisations=3)
    motion, election = meeting.motions[0], meeting.election
    item = meeting.assembly.agenda.order_by("number")[0].pk

    send(
        secretary,
        at(meeting, "edit-motion", motion.key),
        item=item,
        kind="exclusion",
        **said("title", "Exclude"),
        **said("text", "Out."),
    )
    send(
        secretary,
        at(meeting, "edit-election", election.key),
        item=item,
        method="stv",
        open_seats="2",
        reserved="Africa\n\n Asia ",
        **said("title", "Committee"),
    )
    shown = read(secretary, at(meeting, "edit-election", election.key))
    refused = send(secretary, at(meeting, "remove-election", election.key))
    send(secretary, at(meeting, "remove-motion", motion.key))

    assert list(election.seats.order_by("number").values_list("reserved_for", flat=True)) == ["", "", "Africa", "Asia"]
    assert "Africa" in shown
    assert "Remove the candidacies first." in refused
    assert not meeting.assembly.motions.exists()


def test_candidacies_are_written_agreed_to_and_removed(secretary: Client) -> None:
    meeting = convened(now=today(), organisations=4)
    key, address = meeting.election.key, at(meeting, "candidates", meeting.election.key)
    typed = {"person": meeting.people[3].pk, "organisation": meeting.organisations[3].pk}

    send(secretary, at(meeting, "add-candidate", key), **typed)
    again = send(secretary, at(meeting, "add-candidate", key), **typed)
    new = meeting.election.candidacies.get(person=meeting.people[3])
    before = read(secretary, address)
    send(secretary, at(meeting, "edit-candidate", key, new.pk), **typed, **said("statement", "I listen."))
    send(secretary, at(meeting, "consent", key, new.pk))
    after = read(secretary, address)
    told = send(secretary, at(meeting, "remove-candidate", key, new.pk))

    assert "stands in this election already." in again
    assert ("has not agreed to stand yet" in before, "has not agreed to stand yet" in after) == (True, False)
    assert f"{meeting.people[3].name} no longer stands." in told


def test_the_proof_of_notice_names_every_person_and_who_could_not_be_told(secretary: Client) -> None:
    silent = TermFactory().organisation
    meeting = convened(now=today() + timedelta(days=10), organisations=2)

    page = read(secretary, at(meeting, "notices"))

    assert "It went out on" in page
    assert all(person.name in page for person in meeting.people)
    assert silent.name in page.split("Nobody to write to")[1].split("<table")[0]


def test_a_meeting_that_closes_before_it_opens_is_refused_in_words(secretary: Client) -> None:
    typed = {
        **{"slug": "odd", "kind": "ordinary", "chair": "", **said("title", "Odd"), **said("place", "")},
        **{"record_on": "2027-06-01", "opens_at": "2027-05-02 09:00", "closes_at": "2027-05-01 09:00"},
    }

    page = send(secretary, reverse("assembly_desk:add"), **typed)

    assert "An assembly closes after it opens. Choose a later moment." in page
    assert "The roll is drawn before the assembly opens. Choose an earlier day." in page
    assert not Assembly.objects.exists()


def test_a_draft_with_everything_in_it_is_deleted_and_a_convened_one_is_not(secretary: Client) -> None:
    meeting, told = draft(now=today(), organisations=3, slug="draft"), convened(now=today(), organisations=3, slug="t")

    asked = secretary.get(at(meeting, "delete"))
    secretary.post(at(meeting, "delete"))
    secretary.post(at(told, "delete"))

    assert "Delete" in asked.content.decode()
    assert list(Assembly.objects.values_list("slug", flat=True)) == ["t"]


def test_a_draft_convened_meanwhile_is_not_deleted(secretary: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody convenes it between the look and the lock."""
    meeting = draft(now=today(), organisations=1)
    delete = actions.delete_draft

    def convened_first(assembly: Assembly, *, now: datetime) -> None:
        Assembly.objects.filter(pk=assembly.pk).update(state=State.CONVENED, convened_at=now)
        delete(assembly, now=now)

    monkeypatch.setattr(actions, "delete_draft", convened_first)
    secretary.post(at(meeting, "delete"))

    assert Assembly.objects.get().state == State.CONVENED
