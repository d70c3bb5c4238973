"""The secretariat runs a meeting from its draft to its close."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State
from governance.voting.models import Ballot
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.assembly import Meeting, attended, convened, draft, voting
from tests.factories.statutes import statutes
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def today() -> datetime:
    return datetime.now(UTC)


def desk(meeting: Meeting) -> str:
    return reverse("assembly_desk:desk", args=[meeting.assembly.pk])


def press(client: Client, meeting: Meeting, act: str, key: str = "") -> str:
    pk = meeting.assembly.pk
    address = (
        reverse("assembly_desk:ballot", args=[pk, act, key]) if key else reverse("assembly_desk:act", args=[pk, act])
    )
    response = client.post(address, follow=True)
    return " ".join(response.content.decode().split())


def state_of(meeting: Meeting) -> str:
    return Assembly.objects.get(pk=meeting.assembly.pk).state


def ballot_state(key: str) -> str:
    return Ballot.objects.get(key=key).state


def test_staff_runs_a_meeting_from_draft_to_closed(site_root: SiteRoot, client: Client) -> None:
    statutes(from_on=today().date() - timedelta(days=1), notice_days=(0, "9.1"))
    meeting = draft(now=today())
    sign_in_with_second_factor(client, StaffFactory())
    motion, election = meeting.motions[0], meeting.election

    for act in ("convene", "freeze", "open"):
        assert "Done: " in press(client, meeting, act)
    for organisation, person in zip(meeting.organisations, meeting.people, strict=True):
        actions.register(meeting.assembly, organisation=organisation, person=person, now=today())
        actions.draw_papers(meeting.assembly, by=person, now=today())
    assert "6 of 6 present or represented, 3 needed (art. 11.1)." in press(client, meeting, "quorum")
    press(client, meeting, "vote", motion.key)
    assert "A ballot is still open." in press(client, meeting, "close")
    press(client, meeting, "count", motion.key)
    press(client, meeting, "prepare", election.key)
    press(client, meeting, "vote", election.key)
    press(client, meeting, "count", election.key)
    page = press(client, meeting, "close")

    motion.refresh_from_db()
    election.refresh_from_db()
    assert motion.ballot is not None and election.ballot is not None
    assert (motion.ballot.state, election.ballot.state) == ("counted", "withdrawn")
    assert state_of(meeting) == State.CLOSED
    assert "Done: Close the assembly." in page
    assert "The secretariat runs the count and cannot sign it." in press(client, meeting, "sign", motion.key)
    assert ballot_state(motion.ballot.key) == "counted"


@pytest.mark.parametrize("who", ["member", "editor"])
def test_a_member_and_an_editor_get_nowhere(site_root: SiteRoot, client: Client, who: str) -> None:
    meeting = draft(now=today())
    sign_in_with_second_factor(client, meeting.people[0] if who == "member" else editor())

    seen = client.get(desk(meeting))
    client.post(reverse("assembly_desk:act", args=[meeting.assembly.pk, "convene"]))
    listed = client.get(reverse("assembly_desk:index"))

    assert seen.status_code != 200
    assert listed.status_code != 200
    assert state_of(meeting) == State.DRAFT


def test_an_act_out_of_turn_is_refused_in_words(site_root: SiteRoot, client: Client) -> None:
    meeting = convened(now=today())
    sign_in_with_second_factor(client, StaffFactory())

    page = press(client, meeting, "open")

    assert "This assembly is in the state “Convened”, so that cannot be done now." in page
    assert state_of(meeting) == State.CONVENED


def test_what_does_not_exist_is_not_found(site_root: SiteRoot, client: Client) -> None:
    meeting = attended(now=today(), organisations=1)
    sign_in_with_second_factor(client, StaffFactory())
    pk, motion = meeting.assembly.pk, meeting.motions[0]

    answers = [
        client.post(reverse("assembly_desk:act", args=[pk, "dance"]), follow=True),
        client.post(reverse("assembly_desk:ballot", args=[pk, "dance", motion.key]), follow=True),
        client.post(reverse("assembly_desk:ballot", args=[pk, "vote", "nothing"]), follow=True),
        client.post(reverse("assembly_desk:ballot", args=[pk, "count", motion.key]), follow=True),
        client.get(reverse("assembly_desk:withdraw", args=[pk, motion.key]), follow=True),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5
    assert client.get(reverse("assembly_desk:act", args=[pk, "close"])).status_code == 405


def test_a_ballot_is_withdrawn_after_its_reason_was_asked_for(site_root: SiteRoot, client: Client) -> None:
    meeting, ballot = voting(now=today(), organisations=1)
    sign_in_with_second_factor(client, StaffFactory())
    address = reverse("assembly_desk:withdraw", args=[meeting.assembly.pk, meeting.motions[0].key])

    asked = client.get(address).content.decode()
    without = client.post(address, {"reason": " "}, follow=True).content.decode()
    assert ballot_state(ballot.key) == "open"
    client.post(address, {"reason": "The text was the wrong one"})

    assert "papers are destroyed unread" in asked
    assert "Say why this ballot is withdrawn." in without
    assert ballot_state(ballot.key) == "withdrawn"


def test_only_a_draft_can_be_rewritten_or_deleted(site_root: SiteRoot, client: Client) -> None:
    meeting, told = draft(now=today(), slug="draft"), convened(now=today(), slug="told")
    sign_in_with_second_factor(client, StaffFactory())
    opens = meeting.now + timedelta(days=90)
    typed = {
        **{"slug": "draft", "title_en": "Renamed", "title_fr": "", "title_es": "", "kind": "ordinary", "chair": ""},
        **{"place_en": "Lomé", "place_fr": "", "place_es": "", "record_on": "2026-01-01"},
        **{"opens_at": f"{opens:%Y-%m-%d %H:%M}", "closes_at": f"{opens + timedelta(days=1):%Y-%m-%d %H:%M}"},
    }

    for screen in ("edit", "delete"):
        client.post(reverse(f"assembly_desk:{screen}", args=[told.assembly.pk]), typed)
    client.post(reverse("assembly_desk:edit", args=[meeting.assembly.pk]), typed)

    titles = {one.slug: str(one.title) for one in Assembly.objects.all()}
    assert titles == {"draft": "Renamed", "told": "General assembly told"}


def test_the_list_leads_to_the_desk(site_root: SiteRoot, client: Client) -> None:
    meeting = draft(now=today())
    sign_in_with_second_factor(client, StaffFactory())

    page = client.get(reverse("assembly_desk:index")).content.decode()

    assert desk(meeting) in page
    assert "Run this assembly" in page
    assert client.get(reverse("assembly_desk:add")).status_code == 200
