from collections.abc import Callable

import pytest

from governance.assembly import actions
from governance.assembly.actions import Answer, AssemblyRefused
from governance.assembly.queries.results import outcomes
from governance.ledger.models import Entry
from governance.voting.models import Ballot, Mandate, RecordedVote
from members.accounts.models import User
from members.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.assembly import (
    NOON,
    Meeting,
    attended,
    closed,
    opened,
    vote_alike,
    voting,
)

pytestmark = pytest.mark.django_db
NOT_YOURS = "You do not hold the votes that you tried to cast. Open the ballot again."


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def held_by(person: User, ballot: Ballot) -> Mandate:
    return Mandate.objects.get(held_by=person, electorate=ballot.electorate)


def casting(ballot: Ballot, *, mandate: Mandate, by: User, number: int = 1) -> Callable[[], object]:
    return lambda: actions.cast(ballot, answers=[Answer(mandate=mandate, choice=[[number]])], by=by, now=NOON)


def with_proxy(*, told: int | None = None) -> tuple[Meeting, Ballot]:
    """The second organisation's vote is held by the first; the motion is open."""
    meeting = opened(organisations=2)
    giver, holder = meeting.organisations[1], meeting.organisations[0]
    said = {} if told is None else {meeting.motions[0]: told}
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[1], told=said, now=NOON)
    actions.register(meeting.assembly, organisation=holder, person=meeting.people[0], now=NOON)
    return meeting, actions.put_to_the_vote(meeting.motions[0], now=NOON)


def test_a_ballot_opens_with_those_who_take_part_at_that_moment() -> None:
    _meeting, ballot = with_proxy()

    assert (ballot.present, [str(option.label) for option in ballot.options.order_by("number")]) == (
        2,
        ["For", "Against", "Abstain"],
    )


def test_nobody_votes_for_another_neither_person_nor_observer_nor_stranger() -> None:
    meeting, ballot = voting(organisations=2)
    first = held_by(meeting.people[0], ballot)

    said = {
        refusal(casting(ballot, mandate=first, by=person))
        for person in (meeting.people[1], meeting.observing, UserFactory())
    }

    assert said == {NOT_YOURS}
    assert refusal(lambda: actions.cast(ballot, answers=[], by=meeting.people[0], now=NOON)) == NOT_YOURS
    assert not RecordedVote.objects.exists()


def test_votes_are_cast_all_or_none() -> None:
    meeting, ballot = with_proxy()
    own, proxy = ballot.electorate.mandates.order_by("holding")
    answers = [Answer(mandate=own, choice=[[1]]), Answer(mandate=proxy, choice=[[9]])]

    said = refusal(lambda: actions.cast(ballot, answers=answers, by=meeting.people[0], now=NOON))

    assert said == "Choose among the options of this ballot."
    assert not RecordedVote.objects.exists()
    assert not Entry.objects.filter(kind="vote").exists()


def test_a_binding_instruction_is_followed_or_the_vote_is_refused() -> None:
    meeting, ballot = with_proxy(told=2)
    proxy = Mandate.objects.get(holding="proxy")

    said = refusal(casting(ballot, mandate=proxy, by=meeting.people[0], number=1))
    casting(ballot, mandate=proxy, by=meeting.people[0], number=2)()

    assert said == f"{proxy} gave you instructions for this ballot. Your vote for it must follow them."
    assert RecordedVote.objects.get().choice == [[2]]


def test_an_instruction_comes_before_the_ballot_opens_and_names_one_of_its_options() -> None:
    meeting = opened(organisations=3, motions=2)
    actions.put_to_the_vote(meeting.motions[0], now=NOON)
    giver, holder = meeting.organisations[1], meeting.organisations[0]

    def giving(told: dict[int, int]) -> Callable[[], object]:
        said = {meeting.motions[place]: number for place, number in told.items()}
        return lambda: actions.give_proxy(
            meeting.assembly, giver=giver, holder=holder, by=meeting.people[1], told=said, now=NOON
        )

    assert refusal(giving({0: 1})) == "This ballot has opened; instructions came too late."
    assert refusal(giving({1: 4})) == "Choose among the options of this ballot."
    assert not meeting.assembly.proxies.exists()


def test_a_ballot_takes_votes_while_it_is_open() -> None:
    meeting = attended(organisations=1)
    ballot, person = actions.draft(meeting.motions[0]), meeting.people[0]
    mandate = held_by(person, ballot)

    early = refusal(casting(ballot, mandate=mandate, by=person))
    actions.put_to_the_vote(meeting.motions[0], now=NOON)
    casting(ballot, mandate=mandate, by=person)()
    actions.close_and_count(ballot, now=NOON)
    late = refusal(casting(ballot, mandate=mandate, by=person, number=2))

    assert early == "This ballot has not opened yet."
    assert late == "The ballot closed before your vote arrived. It was not counted."
    assert RecordedVote.objects.get().choice == [[1]]


def test_a_motion_is_put_to_the_vote_once() -> None:
    meeting, ballot = voting(organisations=1)

    said = refusal(lambda: actions.put_to_the_vote(meeting.motions[0], now=NOON))

    assert said == "This ballot is in the state “Open”, so that cannot be done now."
    assert Ballot.objects.get(electorate=meeting.assembly.electorate_id) == ballot


def test_nothing_is_counted_twice() -> None:
    _meeting, ballot = voting(organisations=1)
    actions.close_and_count(ballot, now=NOON)

    assert "so that cannot be done now" in refusal(lambda: actions.close_and_count(ballot, now=NOON))


def test_a_result_says_who_voted_how_and_only_counts_those_at_risk() -> None:
    meeting, ballot = voting(organisations=3)
    vote_alike(meeting, ballot, number=1, people=meeting.people[:2])
    vote_alike(meeting, ballot, number=3, people=meeting.people[2:])
    actions.close_and_count(ballot, now=NOON)
    hidden = meeting.organisations[0]
    Organisation.objects.filter(pk=hidden.pk).update(hidden=True)

    def shown(user: User) -> list[tuple[int, list[str], int]]:
        (outcome,) = outcomes(meeting.assembly, user=user)
        return [(voters.option.number, voters.named, voters.unnamed) for voters in outcome.voters]

    second, third = meeting.organisations[1].name, meeting.organisations[2].name
    assert shown(meeting.people[1]) == [(1, [second], 1), (2, [], 0), (3, [third], 0)]
    assert shown(meeting.people[0]) == [(1, [hidden.name, second], 0), (2, [], 0), (3, [third], 0)]
    assert shown(UserFactory(is_staff=True))[0] == (1, [hidden.name, second], 0)


def test_who_holds_its_proxy_reads_the_name_of_an_organisation_at_risk() -> None:
    meeting, ballot = with_proxy()
    hidden = meeting.organisations[1]
    Organisation.objects.filter(pk=hidden.pk).update(hidden=True)
    vote_alike(meeting, ballot, number=1, people=meeting.people[:1])
    actions.close_and_count(ballot, now=NOON)

    (for_holder,) = outcomes(meeting.assembly, user=meeting.people[0])
    (for_observer,) = outcomes(meeting.assembly, user=meeting.observing)

    assert hidden.name in for_holder.voters[0].named
    assert (for_observer.voters[0].unnamed, hidden.name in for_observer.voters[0].named) == (1, False)
    assert (for_observer.in_favour, for_observer.against, for_observer.cast) == (2, 0, 2)


def test_a_closed_assembly_keeps_its_results() -> None:
    meeting = closed()

    (outcome,) = outcomes(meeting.assembly, user=meeting.people[0])

    assert (outcome.word, outcome.in_favour) == ("Carried", 6)
