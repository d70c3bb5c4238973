"""A member registers, gets a proxy, votes on a motion and in a secret election, and reads the results."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.assembly.actions.voting import draft
from governance.ledger.queries import verify
from tests.factories.assembly import Meeting, mandate_of, opened

pytestmark = pytest.mark.django_db
CODE = re.compile(r'<p class="code">([^<]+)</p>')
TRACKING = re.compile(r'class="big code">([^<]+)<')


def page(client: Client, name: str, *arguments: str) -> str:
    return " ".join(client.get(reverse(f"assembly:{name}", args=arguments)).content.decode().split())


def register(client: Client, meeting: Meeting, number: int) -> str:
    """As its delegate; what the assembly's page says afterwards."""
    client.force_login(meeting.people[number])
    answer = client.post(
        reverse("assembly:register", args=["2026"]),
        {"organisation": meeting.organisations[number].slug},
        follow=True,
    )
    return answer.content.decode()


def vote(client: Client, meeting: Meeting, *, answers: dict[str, str]) -> tuple[str, str]:
    """What is asked before anything is sent, and the receipt."""
    address = reverse("assembly:ballot", args=["2026", ballot_key(meeting)])
    review = client.post(address, answers).content.decode()
    return review, client.post(address, {**answers, "send": "1"}, follow=True).content.decode()


def ballot_key(meeting: Meeting) -> str:
    meeting.motion.refresh_from_db()
    assert meeting.motion.ballot is not None
    return meeting.motion.ballot.key


def draw(client: Client, meeting: Meeting) -> dict[int, list[str]]:
    """Everybody who is registered draws; the credentials, by the person's place in the list."""
    place = ["2026", meeting.election.key]
    drawn = {}
    for number, person in enumerate(meeting.people[:5]):
        client.force_login(person)
        drawn[number] = CODE.findall(client.post(reverse("assembly:draw", args=place)).content.decode())
    return drawn


def elect(client: Client, meeting: Meeting, *, credentials: list[str]) -> list[str]:
    """Each paper with a first choice, checked and handed in; their tracking codes."""
    address = reverse("assembly:hand-in", args=["2026", meeting.election.key])
    codes = []
    for credential in credentials:
        marks = {"credential": credential, "c1": "1"}
        assert meeting.people[0].name in client.post(address, marks).content.decode()
        codes += TRACKING.findall(client.post(address, {**marks, "seal": "1"}).content.decode())
    return codes


def test_a_member_takes_part_from_registration_to_result(client: Client) -> None:
    now = datetime.now(UTC)
    meeting = opened(6, now=now)
    giver, holder = meeting.organisations[5], meeting.organisations[0]

    client.force_login(meeting.people[5])
    client.post(reverse("assembly:proxy", args=["2026", giver.slug]), {"holder": holder.slug})
    for number in range(4, -1, -1):
        registered = register(client, meeting, number)
    motion_ballot = actions.put_to_the_vote(meeting.motion, now=now)
    answers = {mandate_of(meeting, 0).key: "1", mandate_of(meeting, 5).key: "1"}
    review, receipt = vote(client, meeting, answers=answers)
    draft(meeting.election)
    drawn = draw(client, meeting)
    election_ballot = actions.put_to_the_vote(meeting.election, now=now)
    tracking = []
    for number, credentials in drawn.items():
        client.force_login(meeting.people[number])
        tracking += elect(client, meeting, credentials=credentials)
    early = page(client, "results", "2026")
    actions.close_and_count(motion_ballot, now=now)
    actions.close_and_count(election_ballot, now=now)
    actions.sign(election_ballot, by=meeting.people[4], now=now)
    results = page(client, "results", "2026")
    board = page(client, "board", "2026", election_ballot.key)

    assert holder.name in registered
    assert "Is this what you want to vote" in review
    assert receipt.count(giver.name) == 1
    assert len(tracking) == 6
    assert "Carried" not in early
    assert "Carried" in results
    assert "2 of 2 votes cast = 100" in results
    assert "quorum 6 of 6" in results
    assert "(art. " in results
    assert meeting.people[0].name in results
    assert all(code in board for code in tracking)
    assert verify().holds


def test_a_credential_stands_in_no_session_and_no_address(client: Client) -> None:
    now = datetime.now(UTC)
    meeting = opened(6, now=now)
    register(client, meeting, 0)
    draft(meeting.election)

    drawn = client.post(reverse("assembly:draw", args=["2026", meeting.election.key]))
    again = client.post(reverse("assembly:draw", args=["2026", meeting.election.key]))

    credential = CODE.findall(drawn.content.decode())[0]
    assert credential not in str(dict(client.session))
    assert "no-store" in drawn["Cache-Control"]
    assert not CODE.findall(again.content.decode())
