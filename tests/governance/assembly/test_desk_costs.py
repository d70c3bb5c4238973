"""What a screen of the desk costs does not grow with what is on it."""

from datetime import UTC, datetime

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.assembly import (
    Meeting,
    add_election,
    add_motion,
    draft,
    frozen,
)

pytestmark = pytest.mark.django_db
READ = ["desk", "agenda", "notices"]
READ_WITH_A_ROLL = ["roll", "room", "tellers"]


def today() -> datetime:
    return datetime.now(UTC)


def at(meeting: Meeting, screen: str, *more: object) -> str:
    return reverse(f"assembly_desk:{screen}", args=[meeting.assembly.pk, *more])


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def cost(client: Client, address: str) -> int:
    read(client, address)
    with CaptureQueriesContext(connections["default"]) as queries:
        read(client, address)
    return len(queries)


@pytest.mark.parametrize("screen", [*READ, *READ_WITH_A_ROLL])
def test_a_screen_costs_the_same_with_one_and_with_three_of_everything(secretary: Client, screen: str) -> None:
    few = frozen(now=today(), organisations=1, motions=1, elections=1, slug="few")
    of_few = cost(secretary, at(few, screen))

    many = frozen(now=today(), organisations=3, motions=3, elections=3, slug="many")

    assert cost(secretary, at(many, screen)) == of_few


def test_the_list_of_candidates_costs_the_same_with_one_and_with_three(secretary: Client) -> None:
    meeting = draft(now=today(), organisations=3, elections=0)
    people = list(zip(meeting.organisations, meeting.people, strict=True))
    one, three = (
        add_election(meeting.assembly, candidates=people[:1]),
        add_election(meeting.assembly, candidates=people),
    )
    add_motion(meeting.assembly, mover=meeting.organisations[0])

    assert cost(secretary, at(meeting, "candidates", one.key)) == cost(secretary, at(meeting, "candidates", three.key))
