"""A ballot that was withdrawn is put again: nobody draws twice, and what proxies were told still binds."""

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.box.models import Paper
from governance.voting.models import Instruction
from governance.voting.rules.words import State
from tests.factories.assembly import NOON, attended, hand_in_all, opened

pytestmark = pytest.mark.django_db


def test_an_election_is_repeated_with_the_spare_papers_and_who_stands_now() -> None:
    meeting = attended()
    election, drawn = meeting.election, {}
    for person in meeting.people:
        drawn[person] = actions.draw_papers(meeting.assembly, by=person, now=NOON)
    first = actions.put_to_the_vote(election, now=NOON)
    actions.withdraw(first, reason="A candidate left", now=NOON)
    actions.remove_candidacy(election.candidacies.order_by("person__name")[0], now=NOON)

    second = actions.put_to_the_vote(election, now=NOON)
    meeting.drawn = [spare for _used, spare in drawn.values()]
    hand_in_all(meeting, second, choices=[[[1]]] * 6)
    result = actions.close_and_count(second, now=NOON)

    assert (second.pk != first.pk, second.options.count(), Paper.objects.count()) == (True, 2, 0)
    assert result is not None and result.figures["papers"] == 6


def test_whoever_comes_after_a_ballot_was_over_draws_for_the_next() -> None:
    meeting = attended()
    late, *others = meeting.people
    for person in others:
        actions.draw_papers(meeting.assembly, by=person, now=NOON)
    first = actions.put_to_the_vote(meeting.election, now=NOON)
    actions.withdraw(first, reason="A mistake", now=NOON)
    second = actions.put_to_the_vote(meeting.election, now=NOON)

    drawn = actions.draw_papers(meeting.assembly, by=late, now=NOON)

    assert first.slot is not None and second.slot is not None
    assert second.slot.key in {paper.slot for paper in drawn}
    assert first.slot.key not in {paper.slot for paper in drawn}


def test_when_the_spare_papers_are_used_up_it_is_said() -> None:
    meeting = attended()
    for person in meeting.people:
        actions.draw_papers(meeting.assembly, by=person, now=NOON)
    for _time in range(2):
        actions.withdraw(actions.put_to_the_vote(meeting.election, now=NOON), reason="A mistake", now=NOON)

    with pytest.raises(AssemblyRefused, match=r"^No ballot papers were prepared for this election\.$"):
        actions.put_to_the_vote(meeting.election, now=NOON)


def test_a_motion_is_repeated_with_what_the_proxies_were_told() -> None:
    meeting = opened(organisations=3)
    (giver, holder, _third), motion = meeting.organisations, meeting.motions[0]
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], told={motion: 2}, now=NOON)
    actions.withdraw(actions.put_to_the_vote(motion, now=NOON), reason="The text was wrong", now=NOON)

    again = actions.put_to_the_vote(motion, now=NOON)

    assert (again.state, again.options.count()) == (State.OPEN, 3)
    assert Instruction.objects.get(ballot=again).choice == [[2]]
