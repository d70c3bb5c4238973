from datetime import timedelta

import pytest

from governance.assembly import actions
from governance.assembly.queries.needs import Asks, needs_of
from members.accounts.models import User
from tests.factories.assembly import NOON, closed, convened, electing, opened, vote_alike, voting
from tests.factories.organisations import InvoiceFactory

pytestmark = pytest.mark.django_db


def asked(person: User) -> list[Asks]:
    return [one.asks for one in needs_of(person, now=NOON)]


def test_who_may_vote_is_asked_to_register_until_somebody_is_there() -> None:
    meeting = opened(organisations=2)
    first, second = meeting.people

    (need,) = needs_of(first, now=NOON)
    actions.register(meeting.assembly, organisation=meeting.organisations[0], person=first, now=NOON)

    assert (need.asks, need.assembly, need.deadline_at) == (Asks.REGISTER, meeting.assembly, meeting.assembly.closes_at)
    assert (asked(first), asked(second), asked(meeting.observing)) == ([], [Asks.REGISTER], [])


def test_a_given_proxy_covers_its_giver() -> None:
    meeting = opened(organisations=2)
    giver, holder = meeting.organisations

    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], now=NOON)

    assert (asked(meeting.people[0]), asked(meeting.people[1])) == ([], [Asks.REGISTER])


def test_the_right_to_vote_in_one_assembly_is_no_right_in_another() -> None:
    earlier = opened(slug="2025", organisations=1)
    InvoiceFactory(organisation=earlier.organisations[0], year=2024, due_on=NOON.date() - timedelta(days=700))
    later = opened(slug="2026", organisations=1)

    asking = [one.assembly for one in needs_of(earlier.people[0], now=NOON)]

    assert later.assembly.delegations.filter(person=earlier.people[0]).exists()
    assert asking == [earlier.assembly]


def test_nothing_is_asked_of_anybody_before_the_opening_or_after_the_close() -> None:
    early, late = convened(slug="early", organisations=1), closed(slug="late", organisations=1)

    assert (asked(early.people[0]), asked(late.people[0])) == ([], [])


def test_an_open_ballot_is_asked_of_its_voters_until_they_voted() -> None:
    meeting, ballot = voting(organisations=2)

    (need,) = needs_of(meeting.people[0], now=NOON)
    vote_alike(meeting, ballot, number=1, people=meeting.people[:1])

    assert (need.asks, need.key, str(need.subject)) == (Asks.VOTE, ballot.key, "Proposal 1")
    assert (asked(meeting.people[0]), asked(meeting.people[1])) == ([], [Asks.VOTE])


def test_an_open_election_is_named_until_it_closes_because_nobody_knows_who_handed_in() -> None:
    meeting, ballot = electing()

    before = asked(meeting.people[0])
    actions.hand_in(ballot, credential=meeting.drawn[0].credential, choice=[[1]])
    after = asked(meeting.people[0])
    actions.close_and_count(ballot, now=NOON)

    assert (before, after, asked(meeting.people[0])) == ([Asks.ELECT], [Asks.ELECT], [])
