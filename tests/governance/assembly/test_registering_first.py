"""Who has not registered is told to do that first, wherever they come from."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.voting.models import Ballot
from tests.factories.assembly import Meeting, frozen, opened

pytestmark = pytest.mark.django_db
FIRST = "Register first. Once you are registered you can vote."


def url(page: str, *more: str) -> str:
    return reverse(f"assembly:{page}", args=["2026", *more])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def unregistered(client: Client) -> tuple[Meeting, Ballot, Ballot]:
    """The motion and the election are open; the first head of delegation is signed in and not registered."""
    meeting = opened(now=datetime.now(UTC), organisations=6)
    actions.draft(meeting.election)
    for organisation, head in list(zip(meeting.organisations, meeting.people, strict=True))[1:]:
        actions.register(meeting.assembly, organisation=organisation, person=head, now=meeting.now)
        actions.draw_papers(meeting.assembly, by=head, now=meeting.now)
    motion = actions.put_to_the_vote(meeting.motions[0], now=meeting.now)
    client.force_login(meeting.people[0])
    return meeting, motion, actions.put_to_the_vote(meeting.election, now=meeting.now)


def test_what_one_can_do_begins_with_registering_and_names_what_may_be_voted_on_then(client: Client) -> None:
    meeting, _motion, _election = unregistered(client)

    before = text_of(client.get(url("detail")))
    client.post(url("register"), {"organisation": meeting.organisations[0].slug})
    after = text_of(client.get(url("detail")))

    assert "<b>Register first.</b> Once you are registered you can vote on:" in before
    assert "<li>Motion 1: Proposal 1</li>" in before
    assert "<li>Election of the chair</li>" in before
    assert "Register first." not in after


def test_with_nothing_to_vote_on_registering_still_comes_first(client: Client) -> None:
    meeting = opened(now=datetime.now(UTC), organisations=2)
    client.force_login(meeting.people[0])

    assert "<b>Register first.</b> Once you are registered you can vote." in text_of(client.get(url("detail")))


def test_before_the_opening_it_is_said_from_when_on_one_can_register(client: Client) -> None:
    meeting = frozen(now=datetime(2030, 6, 10, 12, 0, tzinfo=UTC), organisations=2)
    client.force_login(meeting.people[0])

    page = text_of(client.get(url("detail")))

    assert "You can register from 10 June 2030, 12:00 on, when the assembly opens." in page


@pytest.mark.parametrize("kind", ["ballot", "election"])
def test_the_address_of_a_ballot_leads_to_the_registration(client: Client, kind: str) -> None:
    _meeting, motion, election = unregistered(client)
    key = {"ballot": motion.key, "election": election.election.key}[kind]

    answer = client.get(url(kind, key), follow=True)

    assert answer.redirect_chain == [(url("detail"), 302)]
    assert FIRST in text_of(answer)


@pytest.mark.parametrize("kind", ["ballot", "election"])
def test_who_may_not_vote_or_gave_the_vote_away_is_not_sent_to_register(client: Client, kind: str) -> None:
    meeting, motion, election = unregistered(client)
    key = {"ballot": motion.key, "election": election.election.key}[kind]
    giver, holder, *_others = meeting.organisations
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], now=meeting.now)

    to_the_giver = client.get(url(kind, key))
    client.force_login(meeting.observing)
    to_the_observer = client.get(url(kind, key))

    assert (to_the_giver.status_code, to_the_observer.status_code) == (404, 404)


def test_after_the_meeting_nobody_is_sent_to_register(client: Client) -> None:
    meeting, motion, election = unregistered(client)
    actions.close_and_count(motion, now=meeting.now)
    actions.withdraw(election, reason="Nobody came", now=meeting.now)
    actions.close_assembly(meeting.assembly, now=meeting.step(days=4))

    assert client.get(url("ballot", motion.key)).status_code == 404
