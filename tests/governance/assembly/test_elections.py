from collections.abc import Callable

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.queries.results import board, outcomes
from governance.box.models import Paper
from governance.voting.actions import appoint_teller
from governance.voting.models import Ballot, Mandate
from members.accounts.models import User
from tests.factories.assembly import (
    NOON,
    attended,
    electing,
    hand_in_all,
    opened,
    voting,
)

pytestmark = pytest.mark.django_db


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def test_nobody_draws_twice_or_without_a_vote() -> None:
    meeting = attended(organisations=1)
    actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)
    sentence = "You have drawn your ballot papers already, or hold no vote. Register for your organisation first."

    def drawing(person: User) -> Callable[[], object]:
        return lambda: actions.draw_papers(meeting.assembly, by=person, now=NOON)

    assert refusal(drawing(meeting.people[0])) == sentence
    assert refusal(drawing(meeting.observing)) == sentence


def test_a_proxy_that_came_later_is_drawn_apart() -> None:
    meeting = opened(organisations=2)
    holder, giver = meeting.organisations
    actions.register(meeting.assembly, organisation=holder, person=meeting.people[0], now=NOON)
    own, _spare = actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[1], now=NOON)

    later, _spare = actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)

    assert own.credential != later.credential
    assert Mandate.objects.get(key=later.mandate).organisation == giver


def test_an_election_opens_with_five_papers_drawn_or_more() -> None:
    meeting = attended(organisations=4)
    for person in meeting.people:
        actions.draw_papers(meeting.assembly, by=person, now=NOON)

    said = refusal(lambda: actions.put_to_the_vote(meeting.election, now=NOON))

    assert said.startswith("Only 4 ballot papers were drawn.")
    assert meeting.election.ballot is None


def test_a_paper_enters_the_box_once_with_a_credential_that_was_drawn() -> None:
    meeting, ballot = electing()
    credential = meeting.drawn[0].credential

    def handing(credential: str, number: int) -> Callable[[], object]:
        return lambda: actions.hand_in(ballot, credential=credential, choice=[[number]])

    assert refusal(handing("0" * 26, 1)) == "This paper carries no valid credential."
    handing(credential, 1)()
    assert "Another paper was already cast" in refusal(handing(credential, 2))
    assert Paper.objects.count() == 1


def test_no_paper_goes_into_a_recorded_ballot() -> None:
    _meeting, ballot = voting(organisations=1)

    assert refusal(lambda: actions.hand_in(ballot, credential="x", choice=[])) == (
        "This ballot is not secret. Vote on it as recorded."
    )


def test_an_election_is_counted_and_read_once_it_is_signed() -> None:
    meeting, ballot = electing()
    hand_in_all(meeting, ballot, choices=[[[1]], [[1]], [[1]], [[2], [1]], [[3]], []])
    person = meeting.people[5]

    actions.close_and_count(ballot, now=NOON)
    assert (outcomes(meeting.assembly, user=person), board(ballot)) == ([], [])
    appoint_teller(ballot.electorate, person=person, on=NOON.date())
    actions.sign(ballot, by=person, now=NOON)

    (outcome,) = outcomes(meeting.assembly, user=person)
    assert [str(option.label) for option in outcome.winners] == [sorted(p.name for p in meeting.people[:3])[0]]
    assert (outcome.papers, outcome.blank, outcome.voters, len(board(ballot))) == (6, 1, [], 6)
    assert outcome.arithmetic[0] == "1 of 1 seats filled (art. 15.5)"
    assert refusal(lambda: actions.sign(ballot, by=person, now=NOON)).startswith("This ballot is in the state “Signed")


def test_too_few_papers_end_an_election_unread() -> None:
    meeting, ballot = electing()
    for one in meeting.drawn[:4]:
        actions.hand_in(ballot, credential=one.credential, choice=[[1]])

    result = actions.close_and_count(ballot, now=NOON)

    assert result is None
    assert Ballot.objects.get(pk=ballot.pk).state == "withdrawn"
    assert not Paper.objects.exists()
