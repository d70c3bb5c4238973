"""Members' pages are sent short; nothing that can hold another's words beside a secret is."""

from datetime import UTC, datetime
from gzip import decompress
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from cms.front.compression import PagesCompressed
from cms.models import StandardPage
from governance.assembly import actions
from tests.factories.assembly import attended
from tests.factories.organisations import delegate_of, member

pytestmark = pytest.mark.django_db
ACCEPTED = "gzip, deflate, br"


@pytest.fixture
def delegate(client: Client) -> Client:
    """Signed in, with a browser that takes compressed answers."""
    client.force_login(delegate_of(member(name="Lantern Forum", slug="lantern-forum")))
    client.defaults["HTTP_ACCEPT_ENCODING"] = ACCEPTED
    return client


def is_compressed(answer: Any) -> bool:
    return bool(answer.get("Content-Encoding", "") == "gzip")


def test_a_members_page_takes_less_than_half_and_says_the_same(delegate: Client) -> None:
    address = reverse("organisations:entry", args=["lantern-forum"])
    whole = delegate.get(address, HTTP_ACCEPT_ENCODING="identity")

    short = delegate.get(address)

    assert (is_compressed(whole), is_compressed(short)) == (False, True)
    assert len(short.content) < len(whole.content) / 2
    assert int(short["Content-Length"]) == len(short.content)
    assert "Lantern Forum" in decompress(short.content).decode()
    assert {answer["Vary"].lower().count("accept-encoding") for answer in (whole, short)} == {1}


def test_the_same_page_has_no_one_length() -> None:
    """What a listener reads off it is blurred."""
    request = RequestFactory().get("/en/today/", HTTP_ACCEPT_ENCODING=ACCEPTED)
    pages = [HttpResponse("Nothing changes. " * 200) for _time in range(20)]

    middleware = PagesCompressed(lambda _request: pages[0])
    lengths = {middleware.process_response(request, page)["Content-Length"] for page in pages}

    assert len(lengths) > 1


@pytest.mark.parametrize(
    ("address", "status"),
    [("/en/directory/?q=lantern", 200), ("/en/assembly/?from=lantern", 200), ("/en/no-such-page/", 404)],
)
def test_an_answer_that_says_what_was_asked_goes_as_it_is(delegate: Client, address: str, status: int) -> None:
    answer = delegate.get(address)

    assert answer.status_code == status
    assert len(answer.content) > 1_000
    assert not is_compressed(answer)


def test_a_page_for_all_is_left_to_the_memory_that_keeps_it(client: Client, water: StandardPage) -> None:
    answer = client.get("/en/water/", HTTP_ACCEPT_ENCODING=ACCEPTED)

    assert "public" in answer["Cache-Control"]
    assert not is_compressed(answer)


def test_an_answer_to_a_form_goes_as_it_is(delegate: Client) -> None:
    answer = delegate.post(reverse("account_change_password"), {"oldpassword": "wrong"})

    assert answer.status_code == 200
    assert not is_compressed(answer)


def test_the_codes_of_a_secret_ballot_go_as_they_are(client: Client) -> None:
    meeting = attended(now=datetime.now(UTC))
    actions.draft(meeting.election)
    client.force_login(meeting.people[0])

    answer = client.post(reverse("assembly:draw", args=["2026", meeting.election.key]), HTTP_ACCEPT_ENCODING=ACCEPTED)

    assert "Your ballot papers" in answer.content.decode()
    assert not is_compressed(answer)


def test_a_file_goes_as_it_is(delegate: Client) -> None:
    answer = delegate.get(reverse("calendar"))

    assert answer.content.startswith(b"BEGIN:VCALENDAR")
    assert not is_compressed(answer)
