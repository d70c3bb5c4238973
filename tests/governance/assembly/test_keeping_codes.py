"""What is shown once can be kept at once: all codes in one file that never leaves the page, and on one sheet."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.voting.models import Draw
from tests.factories.assembly import Meeting, electing, opened

pytestmark = pytest.mark.django_db
SAVED = re.compile(r'download="([^"]+)" href="data:text/plain;charset=utf-8,([^"]+)"')
CODES = re.compile(r'class="(?:big )?code">([^<]+)<')


def url(meeting: Meeting, page: str) -> str:
    return reverse(f"assembly:{page}", args=[meeting.assembly.slug, meeting.election.key])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def holding_a_proxy() -> Meeting:
    """The first head of delegation holds the vote of the second organisation, which came first; nothing is drawn."""
    meeting = opened(now=datetime.now(UTC), organisations=2, elections=2)
    giver, holder = meeting.organisations[1], meeting.organisations[0]
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[1], now=meeting.now)
    actions.register(meeting.assembly, organisation=holder, person=meeting.people[0], now=meeting.now)
    actions.draft(meeting.election)
    return meeting


def test_the_file_holds_every_code_of_every_organisation_with_its_election(client: Client) -> None:
    meeting = holding_a_proxy()
    client.force_login(meeting.people[0])

    page = client.post(url(meeting, "draw")).content.decode()
    ((name, encoded),) = SAVED.findall(page)
    saved = [line.strip() for line in unquote(encoded).splitlines()]

    own, proxy = (str(organisation) for organisation in meeting.organisations)
    assert name == "ballot-papers-2026.txt"
    assert len(CODES.findall(page)) == Draw.objects.count() > 2
    assert [line for line in saved if line in CODES.findall(page)] == CODES.findall(page)
    assert saved.index(own) < saved.index("Paper 1: Election of the chair") < saved.index(proxy)


def test_the_persons_own_organisation_comes_first(client: Client) -> None:
    meeting = holding_a_proxy()
    client.force_login(meeting.people[0])

    page = text_of(client.post(url(meeting, "draw")))
    headings = re.findall(r'<h2 id="vote\d">([^<]+)</h2> <p class="soft">([^,<]+)', page)

    own, proxy = meeting.organisations
    assert headings == [(own.name, "your own organisation"), (proxy.name, "by proxy")]


def test_what_has_letters_of_its_own_comes_out_of_the_file_as_it_went_in(client: Client) -> None:
    meeting = holding_a_proxy()
    meeting.organisations[0].name = "Niñez & <Ciudad> 100 %"
    meeting.organisations[0].save(update_fields=["name"])
    client.force_login(meeting.people[0])

    ((_name, encoded),) = SAVED.findall(client.post(url(meeting, "draw")).content.decode())

    assert "\nNiñez & <Ciudad> 100 %\n" in unquote(encoded)


def test_who_drew_before_is_told_when_and_where_the_codes_are_and_no_code(client: Client) -> None:
    meeting, _ballot = electing(now=datetime(2026, 6, 10, 12, 0, tzinfo=UTC))
    client.force_login(meeting.people[0])

    page = text_of(client.get(url(meeting, "election")))

    assert "Where is my code?" in page
    assert f"{meeting.organisations[0].name}: drawn on 10 June 2026, 12:00 by {meeting.people[0].name}." in page
    assert "(in a file named ballot-papers-2026.txt)" in page
    assert meeting.organisations[1].name + ":" not in page
    assert not any(one.credential in page for one in meeting.drawn)


def test_who_has_not_drawn_is_told_of_no_code(client: Client) -> None:
    meeting = holding_a_proxy()
    client.force_login(meeting.people[0])

    assert "Where is my code?" not in text_of(client.get(url(meeting, "election")))


def test_the_tracking_code_of_a_paper_can_be_saved_too(client: Client) -> None:
    meeting, _ballot = electing(now=datetime.now(UTC))
    client.force_login(meeting.people[0])
    paper = {"credential": meeting.drawn[0].credential, "c1": "1", "seal": "1"}

    page = client.post(url(meeting, "hand-in"), paper).content.decode()
    ((name, encoded),) = SAVED.findall(page)

    assert name == "tracking-code.txt"
    assert unquote(encoded).split("\n")[1:3] == ["Election of the chair", *CODES.findall(page)]
    assert meeting.drawn[0].credential not in unquote(encoded)
