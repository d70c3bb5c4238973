"""What a page costs does not grow with what is on it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.assembly import actions
from governance.voting.models import Ballot
from tests.factories.assembly import (
    Meeting,
    attended,
    convened,
    vote_alike,
)

pytestmark = pytest.mark.django_db
LOST_NOTHING = "Nothing that you wrote is lost."
NO_STORE = "no-store"


def today() -> datetime:
    """Pages read the clock."""
    return datetime.now(UTC)


def url(page: str, *more: str, slug: str = "2026") -> str:
    return reverse(f"assembly:{page}", args=[slug, *more])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def election_page(ballot: Ballot, page: str = "hand-in") -> str:
    return url(page, ballot.election.key)


def cost(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connections["default"]) as default, CaptureQueriesContext(connections["box"]) as box:
        assert client.get(address).status_code == 200
    return len(default) + len(box)


def test_the_list_costs_the_same_with_one_and_with_three(client: Client) -> None:
    meeting = convened(now=today(), organisations=2)
    client.force_login(meeting.people[0])
    one = cost(client, reverse("assembly:list"))

    for year in ("2027", "2028"):
        convened(now=today(), slug=year, organisations=1)

    assert cost(client, reverse("assembly:list")) == one


def held_with(number: int, *, slug: str) -> Meeting:
    """A meeting with so many motions, all counted, and so many elections, organisations and proxies."""
    meeting = attended(now=today(), slug=slug, motions=number, organisations=1 + number, elections=number)
    for motion in meeting.motions:
        ballot = actions.put_to_the_vote(motion, now=today())
        vote_alike(meeting, ballot, number=1)
        actions.close_and_count(ballot, now=today())
    return meeting


@pytest.mark.parametrize("shown", ["detail", "results", "roll"])
def test_a_meeting_costs_the_same_with_one_and_with_three_of_everything(client: Client, shown: str) -> None:
    few, many = held_with(1, slug="few"), held_with(3, slug="many")

    client.force_login(few.people[0])
    of_few = cost(client, url(shown, slug="few"))
    client.force_login(many.people[0])

    assert cost(client, url(shown, slug="many")) == of_few
