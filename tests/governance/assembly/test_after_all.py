"""A meeting that is over asks nobody to register any more."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from tests.factories.assembly import Meeting, opened

pytestmark = pytest.mark.django_db


def page_of(client: Client, meeting: Meeting) -> str:
    client.force_login(meeting.people[0])
    return client.get(reverse("assembly:detail", args=["2026"])).content.decode()


def test_who_stayed_away_is_asked_to_register_only_until_it_closes(client: Client) -> None:
    now = datetime.now(UTC)
    running = page_of(client, opened(now=now))

    assert "Not registered yet" in running
    assert "Did not take part" not in running


def test_who_stayed_away_reads_afterwards_that_they_did(client: Client) -> None:
    meeting = opened(now=datetime.now(UTC))
    actions.close_assembly(meeting.assembly, now=meeting.step(days=4))

    over = page_of(client, meeting)

    assert "Did not take part" in over
    assert "Not registered yet" not in over
