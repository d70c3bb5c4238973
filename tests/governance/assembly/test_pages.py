"""What the pages of a meeting say, how they refuse, and what they never keep."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.voting.models import Ballot, Instruction, Mandate, RecordedVote
from members.organisations.models import Organisation
from tests.factories.assembly import (
    closed,
    convened,
    electing,
    frozen,
    opened,
    vote_alike,
    voting,
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


def hide(organisation: Organisation) -> str:
    Organisation.objects.filter(pk=organisation.pk).update(hidden=True, name="The Hidden Ones")
    return "The Hidden Ones"


@pytest.mark.parametrize("shown", ["roll", "results"])
def test_an_organisation_at_risk_is_counted_and_named_only_to_its_own(client: Client, shown: str) -> None:
    meeting, ballot = voting(now=today(), organisations=2)
    name = hide(meeting.organisations[0])
    vote_alike(meeting, ballot, number=1)
    actions.close_and_count(ballot, now=today())

    client.force_login(meeting.people[1])
    to_others = text_of(client.get(url(shown)))
    client.force_login(meeting.people[0])
    to_its_own = text_of(client.get(url(shown)))

    assert name not in to_others
    assert "One more" in to_others
    assert meeting.organisations[1].name in to_others
    assert name in to_its_own


def test_a_paper_names_candidates_and_not_their_organisation_at_risk(client: Client) -> None:
    meeting, ballot = electing(now=today())
    name, marks = hide(meeting.organisations[0]), {"c1": "1", "c2": "2", "c3": "3"}
    client.force_login(meeting.people[5])

    paper = text_of(client.get(election_page(ballot, "election")))
    review = text_of(client.post(election_page(ballot), {"credential": meeting.drawn[5].credential, **marks}))

    for page in (paper, review):
        assert name not in page
        assert meeting.people[0].name in page
        assert meeting.organisations[1].name in page


def test_an_organisation_at_risk_is_not_offered_as_a_holder(client: Client) -> None:
    meeting = frozen(now=today(), organisations=3)
    name = hide(meeting.organisations[1])
    client.force_login(meeting.people[0])

    page = text_of(client.get(url("proxy", meeting.organisations[0].slug)))

    assert name not in page
    assert meeting.organisations[2].name in page


def test_an_empty_ballot_says_what_is_missing_and_records_nothing(client: Client) -> None:
    meeting, ballot = voting(now=today(), organisations=1)
    client.force_login(meeting.people[0])

    page = text_of(client.post(url("ballot", ballot.key), {}, follow=True))
    again = text_of(client.get(url("ballot", ballot.key)))

    assert LOST_NOTHING in page
    assert LOST_NOTHING not in again
    assert "Choose one answer for this organisation." in page
    group = f"id_{Mandate.objects.get(held_by=meeting.people[0]).key}"
    assert f'href="#{group}"' in page and f'id="{group}"' in page
    assert not RecordedVote.objects.exists()


def test_an_empty_proxy_says_what_is_missing(client: Client) -> None:
    meeting = frozen(now=today(), organisations=2)
    client.force_login(meeting.people[0])

    page = text_of(client.post(url("proxy", meeting.organisations[0].slug), {}))

    assert LOST_NOTHING in page
    assert not meeting.assembly.proxies.exists()


def test_what_a_giver_told_is_bound_and_shown_to_the_holder(client: Client) -> None:
    meeting = opened(now=today(), organisations=2, motions=2)
    giver, holder = meeting.organisations
    client.force_login(meeting.people[0])
    client.post(url("proxy", giver.slug), {"holder": holder.slug, "instructions": "Ask for a date", "m1": "2"})
    client.force_login(meeting.people[1])
    client.post(url("register"), {"organisation": holder.slug})
    ballot = actions.put_to_the_vote(meeting.motions[0], now=today())
    own, proxy = Mandate.objects.filter(held_by=meeting.people[1]).order_by("holding")

    page = text_of(client.get(url("ballot", ballot.key)))
    client.post(url("ballot", ballot.key), {own.key: "1", proxy.key: "1"})
    client.post(url("review", ballot.key))

    assert [one.choice for one in Instruction.objects.all()] == [[[2]]]
    assert "You were told how to vote. This answer cannot be changed." in page
    assert "Ask for a date" in text_of(client.get(url("detail")))
    assert dict(RecordedVote.objects.values_list("mandate__holding", "choice")) == {"own": [[1]], "proxy": [[2]]}


def test_a_refused_proxy_keeps_what_was_typed(client: Client) -> None:
    meeting = opened(now=today(), organisations=3)
    client.force_login(meeting.people[0])
    client.post(url("register"), {"organisation": meeting.organisations[0].slug})
    typed = {"holder": meeting.organisations[1].slug, "instructions": "Ask for a date", "m1": "3"}

    page = text_of(client.post(url("proxy", meeting.organisations[0].slug), typed))

    assert "Your organisation is registered and votes itself." in page
    assert "Ask for a date" in page
    assert 'name="m1" value="3" checked' in page


def test_a_step_back_from_the_check_keeps_the_choice(client: Client) -> None:
    meeting, ballot = voting(now=today(), organisations=1)
    mandate = Mandate.objects.get(held_by=meeting.people[0])
    client.force_login(meeting.people[0])

    review = text_of(client.post(url("ballot", ballot.key), {mandate.key: "2"}, follow=True))
    page = text_of(client.get(url("ballot", ballot.key)))

    assert f'href="{url("ballot", ballot.key)}">Change something' in review
    assert 'value="2" checked' in page


def test_a_receipt_exists_once_there_is_a_vote(client: Client) -> None:
    meeting, ballot = voting(now=today(), organisations=1)
    client.force_login(meeting.people[0])

    before = client.get(url("recorded", ballot.key))
    vote_alike(meeting, ballot, number=1)
    after = text_of(client.get(url("recorded", ballot.key)))

    assert before["Location"] == url("ballot", ballot.key)
    assert RecordedVote.objects.get().entry.fingerprint in after


def test_before_the_opening_the_vote_can_be_given_away_and_nobody_registers(client: Client) -> None:
    meeting = frozen(now=today(), organisations=2)
    client.force_login(meeting.people[0])

    page = text_of(client.get(url("detail")))
    refused = text_of(client.post(url("register"), {"organisation": meeting.organisations[0].slug}, follow=True))

    assert url("proxy", meeting.organisations[0].slug) in page
    assert f'action="{url("register")}"' not in page
    assert "You can register while the assembly is open." in refused


def test_leaving_and_taking_back_are_said_and_refusals_too(client: Client) -> None:
    meeting = opened(now=today(), organisations=2)
    mine = {"organisation": meeting.organisations[0].slug}
    giver, holder = meeting.organisations
    proxy = actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], now=today())
    client.force_login(meeting.people[0])

    back = text_of(client.post(url("take-back", proxy.key), follow=True))
    twice = text_of(client.post(url("take-back", proxy.key), follow=True))
    client.post(url("register"), mine)
    left = text_of(client.post(url("leave"), mine, follow=True))
    again = text_of(client.post(url("leave"), mine, follow=True))

    assert f"{meeting.organisations[1].name} no longer votes for you." in back
    assert "This proxy was taken back already." in twice
    assert f"You no longer take part for {meeting.organisations[0].name}." in left
    assert "You are not registered for" in again


def test_a_result_is_shown_to_everybody_who_may_enter_and_a_meeting_in_each_state(client: Client) -> None:
    early, late = convened(now=today(), slug="early"), closed(now=today(), slug="late")
    client.force_login(late.observing)

    assert "Nothing has been counted yet." in text_of(client.get(url("results", slug="early")))
    assert "Carried" in text_of(client.get(url("results", slug="late")))
    assert early.assembly.title.said("en").text in text_of(client.get(reverse("assembly:list")))
