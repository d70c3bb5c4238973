"""The way to a recorded vote, walked forwards, backwards and twice."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.assembly.actions import Answer, VotedMeanwhile
from governance.voting.models import Ballot, Mandate, RecordedVote
from tests.factories.assembly import NOON, Meeting, vote_alike, voting

pytestmark = pytest.mark.django_db
ONCE = "Your votes were recorded already. Nothing was sent a second time."


def url(page: str, ballot: Ballot) -> str:
    return reverse(f"assembly:{page}", args=["2026", ballot.key])


def open_ballot(client: Client) -> tuple[Meeting, Ballot, str]:
    """The first head of delegation signed in, and the key of the vote that they hold."""
    meeting, ballot = voting(now=datetime.now(UTC), organisations=2)
    client.force_login(meeting.people[0])
    return meeting, ballot, Mandate.objects.get(held_by=meeting.people[0]).key


def send_vote(client: Client, ballot: Ballot, *, mandate: str, number: str = "1") -> Any:
    client.post(url("ballot", ballot), {mandate: number})
    return client.post(url("review", ballot))


def recorded_choices() -> list[Any]:
    return [vote.choice for vote in RecordedVote.objects.order_by("pk")]


def test_each_step_of_the_way_is_a_page_of_its_own_and_the_answer_to_a_get(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)

    chosen = client.post(url("ballot", ballot), {mandate: "1"})
    missing = client.post(url("ballot", ballot), {})
    client.post(url("ballot", ballot), {mandate: "1"})
    sent = client.post(url("review", ballot))

    assert [answer.status_code for answer in (chosen, missing, sent)] == [302, 302, 302]
    assert (chosen["Location"], missing["Location"]) == (url("review", ballot), url("ballot", ballot))
    assert sent["Location"] == url("recorded", ballot)


@pytest.mark.parametrize("page", ["ballot", "review"])
def test_going_back_after_the_vote_leads_to_the_receipt(client: Client, page: str) -> None:
    _meeting, ballot, mandate = open_ballot(client)
    send_vote(client, ballot, mandate=mandate)

    back = client.get(url(page, ballot), follow=True)

    assert back.redirect_chain[-1][0] == url("recorded", ballot)
    assert "Your votes are recorded" in back.content.decode()


def test_a_form_from_before_the_vote_sends_no_second_one_and_says_so(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)
    send_vote(client, ballot, mandate=mandate)

    late = client.post(url("ballot", ballot), {mandate: "2"}, follow=True)
    client.post(url("review", ballot))

    assert late.redirect_chain[-1][0] == url("recorded", ballot)
    assert ONCE in late.content.decode()
    assert recorded_choices() == [[[1]]]


def test_a_vote_that_came_from_elsewhere_while_one_looked_is_not_overwritten(client: Client) -> None:
    meeting, ballot, mandate = open_ballot(client)
    client.post(url("ballot", ballot), {mandate: "2"})
    vote_alike(meeting, ballot, number=1, people=meeting.people[:1])

    late = client.post(url("review", ballot), follow=True)

    assert ONCE in late.content.decode()
    assert recorded_choices() == [[[1]]]


def test_voting_again_starts_from_the_receipt_and_only_once(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)
    send_vote(client, ballot, mandate=mandate)
    again = client.get(url("recorded", ballot)).context["again"]

    client.post(again, {mandate: "2"})
    review = client.get(url("review", ballot)).content.decode()
    client.post(url("review", ballot))
    back = client.get(again)

    assert f'href="{again}"' in review
    assert recorded_choices() == [[[1]], [[2]]]
    assert back["Location"] == url("recorded", ballot)


def test_who_is_handed_another_vote_later_meets_the_ballot_again(client: Client) -> None:
    meeting, ballot, mandate = open_ballot(client)
    send_vote(client, ballot, mandate=mandate)
    Mandate.objects.filter(held_by=meeting.people[1]).update(held_by=meeting.people[0])

    page = client.get(url("ballot", ballot))

    assert page.status_code == 200
    assert page.content.decode().count("<fieldset") == 2


def test_the_review_has_nothing_to_show_before_a_choice_and_after_the_close(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)

    early = client.get(url("review", ballot))
    client.post(url("ballot", ballot), {mandate: "1"})
    actions.close_and_count(ballot, now=datetime.now(UTC))
    late = client.get(url("review", ballot))

    assert early["Location"] == url("ballot", ballot)
    assert late["Location"] == reverse("assembly:results", args=["2026"])


def test_a_vote_that_joined_after_the_choice_is_asked_for_before_anything_is_sent(client: Client) -> None:
    meeting, ballot, mandate = open_ballot(client)
    client.post(url("ballot", ballot), {mandate: "1"})
    Mandate.objects.filter(held_by=meeting.people[1]).update(held_by=meeting.people[0])

    sent = client.post(url("review", ballot))

    assert sent["Location"] == url("ballot", ballot)
    assert recorded_choices() == []


def test_what_was_not_among_the_answers_is_not_kept(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)

    client.post(url("ballot", ballot), {mandate: "x" * 5000, "more": "1"})

    assert client.session["unsent_votes"] == {ballot.key: {"answers": {}, "seen": 0, "is_unfinished": True}}


def test_nothing_stays_in_the_session_once_the_vote_is_recorded(client: Client) -> None:
    _meeting, ballot, mandate = open_ballot(client)

    send_vote(client, ballot, mandate=mandate)

    assert client.session["unsent_votes"] == {}


def test_votes_are_refused_that_do_not_know_of_the_last_one() -> None:
    meeting, ballot = voting(organisations=1)
    answer = Answer(mandate=Mandate.objects.get(held_by=meeting.people[0]), choice=[[2]])
    vote_alike(meeting, ballot, number=1)

    with pytest.raises(VotedMeanwhile) as refused:
        actions.cast(ballot, answers=[answer], by=meeting.people[0], seen=0, now=NOON)
    actions.cast(ballot, answers=[answer], by=meeting.people[0], seen=RecordedVote.objects.get().entry.n, now=NOON)

    assert str(refused.value) == ONCE
    assert recorded_choices() == [[[1]], [[2]]]
