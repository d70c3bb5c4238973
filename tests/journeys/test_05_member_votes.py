"""A member registers for the assembly, holds a proxy, votes on the record and in secret, and reads the result."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.ledger.queries import verify
from governance.voting.actions import appoint_teller
from governance.voting.models import RecordedVote
from members.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.assembly import Meeting, opened, vote_alike

pytestmark = pytest.mark.django_db
CODE = re.compile(r'name="credential" value="([^"]+)"')
TRACKING = re.compile(r'class="big code">([^<]+)<')


def url(meeting: Meeting, page: str, *more: str) -> str:
    return reverse(f"assembly:{page}", args=[meeting.assembly.slug, *more])


def as_person(client: Client, person: User) -> Client:
    client.force_login(person)
    return client


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def send(client: Client, address: str, **typed: object) -> str:
    response = client.post(address, typed, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def register_all(client: Client, meeting: Meeting) -> None:
    for organisation, person in list(zip(meeting.organisations, meeting.people, strict=True))[:6]:
        told = send(as_person(client, person), url(meeting, "register"), organisation=organisation.slug)
        assert f"You are registered for {organisation.name}." in told


def draw(client: Client, meeting: Meeting) -> list[str]:
    election = meeting.election.key
    assert "Draw my ballot papers" in read(client, url(meeting, "election", election))
    return CODE.findall(send(client, url(meeting, "draw", election)))


def hand_in(client: Client, meeting: Meeting, *, credential: str, **marks: str) -> str:
    page = url(meeting, "hand-in", meeting.election.key)
    assert "Is this the order that you want?" in send(client, page, credential=credential, **marks)
    (code,) = TRACKING.findall(send(client, page, credential=credential, seal="1", **marks))
    return str(code)


def test_a_member_votes_on_the_record_and_in_secret_for_two_and_reads_the_result(client: Client) -> None:
    meeting = opened(now=datetime.now(UTC), organisations=7)
    she, giver = meeting.people[0], meeting.people[6]
    lantern, baobab = meeting.organisations[0], meeting.organisations[6]

    assert url(meeting, "detail") in read(as_person(client, she), reverse("home:today"))
    send(as_person(client, giver), url(meeting, "proxy", baobab.slug), holder=lantern.slug)
    register_all(client, meeting)
    votes_on_the_motion(client, meeting, she=she)
    codes = votes_in_secret(client, meeting, she=she)
    results = read(as_person(client, she), url(meeting, "results"))
    election = meeting.election.ballot
    assert election is not None
    board = read(client, url(meeting, "board", election.key))

    assert "Carried" in results
    assert "5 of 7 votes cast = 71.4 % &gt; 1/2 (art. 14.1)" in results
    assert "quorum 7 of 7 ≥ 1/2 (art. 11.1)" in results
    assert "1 of 1 seats filled (art. 15.5)" in results
    assert all(code in board for code in codes)
    assert verify().holds


def votes_on_the_motion(client: Client, meeting: Meeting, *, she: User) -> None:
    """Choose, check, recorded; then the five others, and the count."""
    ballot = actions.put_to_the_vote(meeting.motions[0], now=meeting.now)
    address = url(meeting, "ballot", ballot.key)
    client.force_login(she)
    own, proxy = ballot.electorate.mandates.filter(held_by=she).order_by("holding", "pk")
    assert address in read(client, reverse("home:today"))
    chosen = {own.key: "1", proxy.key: "2"}

    assert "Is this what you want to vote?" in send(client, address, **chosen)
    assert not RecordedVote.objects.exists()
    receipt = send(client, url(meeting, "review", ballot.key))

    assert "Your votes are recorded" in receipt
    assert own.organisation is not None and own.organisation.name in receipt
    vote_alike(meeting, ballot, number=1, people=meeting.people[1:5])
    vote_alike(meeting, ballot, number=2, people=meeting.people[5:6])
    assert address not in read(client, reverse("home:today"))
    actions.close_and_count(ballot, now=meeting.step(hours=1))


def votes_in_secret(client: Client, meeting: Meeting, *, she: User) -> list[str]:
    """Everybody draws, the ballot opens, everybody hands in; counted and signed. Her two tracking codes."""
    actions.draft(meeting.election)
    drawn, _spare = actions.draw_papers(meeting.assembly, by=meeting.people[1], now=meeting.now)
    hers = [drawn.credential]
    for person in meeting.people[2:6]:
        hers += draw_early(client, meeting, person=person)
    ballot = actions.put_to_the_vote(meeting.election, now=meeting.step(hours=2))
    client.force_login(she)
    own, proxy, *_more = draw(client, meeting)

    codes = [
        hand_in(client, meeting, credential=own, c1="1", c2="2"),
        hand_in(client, meeting, credential=proxy, c2="1"),
    ]

    for credential in hers:
        actions.hand_in(ballot, credential=credential, choice=[[1]])
    actions.close_and_count(ballot, now=meeting.step(hours=3))
    assert "Election of the chair" not in read(client, url(meeting, "results"))
    teller = UserFactory(name="Odile Marrakchi")
    appoint_teller(ballot.electorate, person=teller, on=meeting.now.date())
    actions.sign(ballot, by=teller, now=meeting.step(hours=4))
    return codes


def draw_early(client: Client, meeting: Meeting, *, person: User) -> list[str]:
    """Before the ballot opens the codes are shown and nothing can be marked yet."""
    client.force_login(person)
    page = send(client, url(meeting, "draw", meeting.election.key))
    assert "Mark the paper" not in page
    return re.findall(r'class="code">([^<]+)<', page)[:1]
