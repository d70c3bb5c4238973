"""Whoever holds the page of a secret ballot when the meeting closes reads what happened, and loses nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.box.models import BoardPaper, Paper
from tests.factories.assembly import Meeting, electing, hand_in_all

pytestmark = pytest.mark.django_db


def url(page: str, meeting: Meeting) -> str:
    return reverse(f"assembly:{page}", args=["2026", meeting.election.key])


def closed_meanwhile(client: Client) -> Meeting:
    """Five papers were handed in and the sixth person, signed in, still has the page open."""
    meeting, ballot = electing(now=datetime.now(UTC))
    meeting.drawn, last = meeting.drawn[:-1], meeting.drawn[-1]
    hand_in_all(meeting, ballot, choices=[[[1]]] * 5)
    meeting.drawn.append(last)
    actions.close_and_count(ballot, now=meeting.now)
    actions.close_assembly(meeting.assembly, now=meeting.now)
    client.force_login(meeting.people[-1])
    return meeting


def sealed(client: Client, meeting: Meeting, *, drawn: int = -1) -> Any:
    """With the last paper that was drawn, or another."""
    paper = {"credential": meeting.drawn[drawn].credential, "c1": "1", "seal": "1"}
    return client.post(url("hand-in", meeting), paper)


def test_a_paper_that_comes_too_late_is_not_taken_and_says_so(client: Client) -> None:
    meeting = closed_meanwhile(client)

    late = sealed(client, meeting)

    assert late.status_code == 200
    assert (Paper.objects.count(), BoardPaper.objects.count()) == (0, 5)
    assert "The ballot closed before your paper arrived. It was not counted." in late.content.decode()
    assert "Something has to be changed" not in late.content.decode()
    assert "Check and hand in" not in late.content.decode()
    assert "Leave without voting" not in late.content.decode()
    assert "Back to the assembly" in late.content.decode()


def test_whoever_reloads_a_receipt_reads_it_again(client: Client) -> None:
    """The paper lies on the board by now; saying that it was not counted would be untrue."""
    meeting = closed_meanwhile(client)
    client.force_login(meeting.people[0])
    papers = BoardPaper.objects.count()

    again = sealed(client, meeting, drawn=0)

    assert again.context["receipt"].hash in BoardPaper.objects.values_list("hash", flat=True)
    assert again.context["receipt"].code in again.content.decode()
    assert BoardPaper.objects.count() == papers == 5


def test_the_page_of_the_paper_leads_to_the_results_then(client: Client) -> None:
    meeting = closed_meanwhile(client)

    answer = client.get(url("election", meeting))

    assert (answer.status_code, answer["Location"]) == (302, reverse("assembly:results", args=["2026"]))


@pytest.mark.parametrize(
    ("page", "pressed"),
    [("draw", {}), ("hand-in", {"begin": "1"}), ("hand-in", {"c1": "1"}), ("hand-in", {"c1": "x", "seal": "1"})],
)
def test_every_other_button_of_an_old_page_leads_to_the_results_and_says_why(
    client: Client, page: str, pressed: dict[str, str]
) -> None:
    meeting = closed_meanwhile(client)

    answer = client.post(url(page, meeting), {"credential": meeting.drawn[-1].credential, **pressed}, follow=True)

    assert answer.redirect_chain == [(reverse("assembly:results", args=["2026"]), 302)]
    assert "This ballot is over." in answer.content.decode()
    assert (Paper.objects.count(), BoardPaper.objects.count()) == (0, 5)


def test_whoever_drew_already_reads_so_on_the_page_of_a_ballot_that_is_over(client: Client) -> None:
    """While the meeting goes on: another election of it may be to come."""
    meeting, ballot = electing(now=datetime.now(UTC))
    hand_in_all(meeting, ballot, choices=[[[1]]] * 6)
    actions.close_and_count(ballot, now=meeting.now)
    client.force_login(meeting.people[-1])

    page = client.post(url("draw", meeting)).content.decode()

    assert "You have drawn your ballot papers already" in page
    assert reverse("assembly:results", args=["2026"]) in page
    assert "Check and hand in" not in page


def test_before_a_meeting_begins_there_is_no_page_to_be_late_for(client: Client) -> None:
    meeting = closed_meanwhile(client)
    type(meeting.assembly).objects.update(state="frozen")

    assert client.get(url("election", meeting)).status_code == 404
    assert sealed(client, meeting).status_code == 404
