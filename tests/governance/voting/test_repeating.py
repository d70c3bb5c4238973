"""A ballot that was withdrawn is put again."""

import pytest

from governance.statutes.rules import StatuteBook
from governance.voting.actions import BallotRefused, draft_election, instruct, repeat_ballot, withdraw
from governance.voting.models import Instruction, Mandate
from governance.voting.queries import free_slot
from governance.voting.rules.words import Holding, Kind, State
from tests.factories.voting import (
    NOON,
    QUESTION,
    election,
    electorate,
    mandates,
    motion,
    open_motion,
    series_drawn_by_all,
    slot_of,
)

pytestmark = pytest.mark.django_db


def test_a_repetition_asks_the_same_under_the_same_rule() -> None:
    first = open_motion(electorate(organisations=1))
    withdraw(first, reason="The line broke", now=NOON)

    again = repeat_ballot(first)

    assert (again.state, again.opened_at, again.key != first.key) == (State.DRAFT, None, True)
    assert (again.question, again.rule, again.readable_from) == (first.question, first.rule, first.readable_from)
    assert [str(one) for one in again.options.order_by("number")] == ["1. For", "2. Against", "3. Abstain"]


def test_what_a_proxy_was_told_goes_with_it_and_what_nobody_is_bound_by_does_not() -> None:
    everybody = electorate(organisations=2)
    ballot, (own, proxy) = motion(everybody), mandates(everybody)
    Mandate.objects.filter(pk=proxy.pk).update(holding=Holding.PROXY)
    for mandate in (own, proxy):
        instruct(ballot, mandate=mandate, choice=[[2]])
    withdraw(ballot, reason="The text was wrong", now=NOON)

    again = repeat_ballot(ballot)

    assert [(one.mandate, one.choice) for one in Instruction.objects.filter(ballot=again)] == [(proxy, [[2]])]


def test_a_secret_one_takes_the_next_slot_and_nobody_draws_again() -> None:
    everybody = electorate()
    series, _drawn = series_drawn_by_all(everybody, slots=2)
    ballot = election(everybody, series=series)
    withdraw(ballot, reason="A candidate left", now=NOON)

    with pytest.raises(BallotRefused, match=r"^No ballot papers are left for a repetition\."):
        repeat_ballot(ballot)
    again = repeat_ballot(ballot, slot=free_slot(series))

    assert (slot_of(again).number, again.is_secret, slot_of(again).draws.count()) == (2, True, 6)


def test_only_what_was_withdrawn_is_repeated() -> None:
    with pytest.raises(BallotRefused, match=r"^Only a ballot that was withdrawn is repeated\.$"):
        repeat_ballot(open_motion(electorate(organisations=1)))


def test_persons_are_not_elected_openly_unless_the_statutes_say_so() -> None:
    with pytest.raises(BallotRefused, match=r"^Persons are elected by secret ballot \(art\. 13\.2\)"):
        draft_election(
            electorate(organisations=1), wording=QUESTION, kind=Kind.STV, seats=1, candidates=[], book=StatuteBook()
        )
