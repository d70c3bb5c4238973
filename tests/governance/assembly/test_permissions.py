"""Who gets in, who sees what, and who votes for whom. Each refusal has something to give away."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.assembly import actions
from governance.assembly.models import Assembly, Proxy
from governance.voting.models import Ballot, Mandate, RecordedVote
from tests.factories.assembly import Meeting, attended, frozen, opened
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db


def real_now() -> datetime:
    """Pages read the clock, so their meetings happen today."""
    return datetime.now(UTC)


def open_motion(meeting: Meeting, *, now: datetime) -> Ballot:
    return actions.put_to_the_vote(meeting.motions[0], now=now)


def mandate_of(meeting: Meeting, place: int) -> Mandate:
    """The vote of the organisation at that place of the list."""
    found = Mandate.objects.filter(electorate=meeting.assembly.electorate_id)
    return found.get(organisation=meeting.organisations[place].pk)


def ballot_address(ballot: Ballot) -> str:
    return reverse("assembly:ballot", args=["2026", ballot.key])


def send_votes(client: Client, ballot: Ballot, votes: dict[str, str]) -> Any:
    """Chosen, and sent from the page that shows them once more."""
    client.post(ballot_address(ballot), votes)
    return client.post(reverse("assembly:review", args=["2026", ballot.key]))


def test_the_anonymous_are_led_to_the_sign_in_page(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    ballot = open_motion(meeting, now=real_now())

    for address in [reverse("assembly:list"), reverse("assembly:detail", args=["2026"]), ballot_address(ballot)]:
        answer = client.get(address)

        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["list", "detail", "roll", "results"])
def test_a_signed_in_stranger_finds_no_assembly(client: Client, name: str) -> None:
    opened(organisations=2, now=real_now())
    client.force_login(PersonFactory())

    answer = client.get(reverse(f"assembly:{name}", args=[] if name == "list" else ["2026"]))

    assert answer.status_code == 404


def test_an_observer_reads_the_agenda_and_is_given_no_ballot(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    ballot = open_motion(meeting, now=real_now())
    client.force_login(meeting.observing)

    agenda = client.get(reverse("assembly:detail", args=["2026"]))
    voting = send_votes(client, ballot, {mandate_of(meeting, 0).key: "1"})
    election = client.get(reverse("assembly:election", args=["2026", meeting.election.key]))

    assert "Proposal 1" in agenda.content.decode()
    assert ballot_address(ballot) not in agenda.content.decode()
    assert (voting.status_code, election.status_code) == (404, 404)
    assert not RecordedVote.objects.exists()


def test_a_delegate_of_another_organisation_cannot_vote_for_this_one(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    ballot = open_motion(meeting, now=real_now())
    client.force_login(meeting.people[1])

    send_votes(client, ballot, {mandate_of(meeting, 0).key: "1", mandate_of(meeting, 1).key: "2"})

    assert [vote.mandate for vote in RecordedVote.objects.all()] == [mandate_of(meeting, 1)]


@pytest.mark.parametrize("name", ["register", "leave"])
def test_nobody_registers_for_an_organisation_that_is_not_theirs(client: Client, name: str) -> None:
    meeting = opened(organisations=2, now=real_now())
    client.force_login(meeting.people[1])

    answer = client.post(reverse(f"assembly:{name}", args=["2026"]), {"organisation": meeting.organisations[0].slug})

    assert answer.status_code == 404
    assert not meeting.assembly.presences.exists()


def test_nobody_gives_or_takes_back_a_proxy_of_another_organisation(client: Client) -> None:
    meeting = frozen(organisations=3, now=real_now() + timedelta(days=5))
    giver, holder, other = meeting.organisations
    now = real_now()
    proxy = actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], now=now)
    client.force_login(meeting.people[1])

    taken = client.post(reverse("assembly:take-back", args=["2026", proxy.key]))
    given = client.post(reverse("assembly:proxy", args=["2026", other.slug]), {"holder": holder.slug})

    assert (taken.status_code, given.status_code) == (404, 404)
    assert list(Proxy.objects.standing()) == [proxy]


def test_a_vote_sent_after_the_close_is_not_recorded(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    ballot = open_motion(meeting, now=real_now())
    client.force_login(meeting.people[0])
    client.post(ballot_address(ballot), {mandate_of(meeting, 0).key: "1"})
    actions.close_and_count(ballot, now=real_now())

    answer = client.post(reverse("assembly:review", args=["2026", ballot.key]), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("assembly:results", args=["2026"])
    assert "The ballot closed before your vote arrived. It was not counted." in answer.content.decode()
    assert not RecordedVote.objects.exists()


def test_a_vote_sent_twice_is_recorded_once(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    ballot = open_motion(meeting, now=real_now())
    client.force_login(meeting.people[0])

    for _press in range(2):
        send_votes(client, ballot, {mandate_of(meeting, 0).key: "1"})

    assert RecordedVote.objects.count() == 1


def test_a_draft_is_seen_by_the_secretariat_alone(client: Client) -> None:
    meeting = attended(organisations=2, now=real_now())
    Assembly.objects.create(
        slug="draft",
        title=meeting.assembly.title,
        opens_at=real_now(),
        closes_at=real_now() + timedelta(days=1),
        record_on=real_now().date(),
    )
    client.force_login(meeting.people[0])
    member_sees = client.get(reverse("assembly:detail", args=["draft"])).status_code
    client.force_login(PersonFactory(is_staff=True))

    staff_sees = client.get(reverse("assembly:detail", args=["draft"])).status_code

    assert member_sees == 404
    assert staff_sees != 404
