"""Laws that every way of counting obeys: nothing is lost, nobody is favoured by order, more votes never hurt."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from governance.statutes.rules import Base, Majority, Quorum
from governance.voting.rules.approval import elect_by_approval
from governance.voting.rules.lots import drawn_order
from governance.voting.rules.motions import (
    Attendance,
    MotionRule,
    Outcome,
    decide,
    quorum_reached,
    tally_motion,
    tenths_of_percent,
)
from governance.voting.rules.stages import ONE
from governance.voting.rules.stv import elect_by_stv
from governance.voting.rules.words import Stance

Votes = list[tuple[list[list[int]], int]]
STANCES = {1: Stance.IN_FAVOUR, 2: Stance.AGAINST, 3: Stance.ABSTENTION}
CANDIDATES = range(1, 6)
SHARES = st.fractions(0, 1, max_denominator=12)
BASES = st.sampled_from(list(Base))
ANSWERS = st.lists(st.tuples(st.sampled_from([[], [[1]], [[2]], [[3]]]), st.integers(1, 4)), max_size=20)
APPROVALS = st.lists(
    st.tuples(st.sets(st.sampled_from(CANDIDATES)).map(lambda some: [sorted(some)] if some else []), st.integers(1, 3)),
    max_size=20,
)
RANKINGS = st.lists(
    st.tuples(
        st.permutations(list(CANDIDATES)).flatmap(
            lambda order: st.integers(0, 5).map(lambda length: [[number] for number in order[:length]])
        ),
        st.integers(1, 3),
    ),
    max_size=20,
)


def units(votes: Votes) -> int:
    return sum(weight for _choice, weight in votes)


def rule(share: Fraction, base: Base, *, quorum: Fraction = Fraction(0)) -> MotionRule:
    return MotionRule(
        majority=Majority(share=share, base=base, strict=False, article="14"),
        quorum=Quorum(share=quorum, base=Base.ENTITLED, article="11"),
    )


@given(ANSWERS)
def test_every_unit_of_a_motion_is_counted_once(votes: Votes) -> None:
    total = units(votes)

    tally = tally_motion(votes, stances=STANCES, attendance=Attendance(present=total, entitled=total))

    assert tally.in_favour + tally.against + tally.abstentions + tally.blank == total
    assert tally.cast == total - tally.abstentions - tally.blank


@given(ANSWERS, SHARES, BASES, st.integers())
def test_the_order_in_which_a_motion_is_answered_is_irrelevant(
    votes: Votes, share: Fraction, base: Base, seed: int
) -> None:
    attendance = Attendance(present=units(votes), entitled=units(votes))
    shuffled = list(votes)
    Random(seed).shuffle(shuffled)

    results = [
        decide(rule(share, base), tally_motion(some, stances=STANCES, attendance=attendance))
        for some in (votes, shuffled)
    ]

    assert results[0] == results[1]


@given(ANSWERS, SHARES, SHARES, BASES)
def test_a_higher_majority_never_carries_what_a_lower_one_does_not(
    votes: Votes, one: Fraction, other: Fraction, base: Base
) -> None:
    attendance = Attendance(present=units(votes), entitled=units(votes))
    tally = tally_motion(votes, stances=STANCES, attendance=attendance)

    low, high = (decide(rule(share, base), tally).majority.is_met for share in sorted((one, other)))

    assert low or not high


@given(ANSWERS, SHARES)
def test_more_than_a_share_is_harder_than_the_share(votes: Votes, share: Fraction) -> None:
    tally = tally_motion(votes, stances=STANCES, attendance=Attendance(present=units(votes), entitled=units(votes)))
    weak = rule(share, Base.CAST)
    strict = replace(weak, majority=replace(weak.majority, strict=True))

    assert decide(weak, tally).majority.is_met or not decide(strict, tally).majority.is_met


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), SHARES, SHARES)
def test_a_quorum_grows_easier_with_attendance_and_harder_with_its_share(
    few: int, more: int, rest: int, one: Fraction, other: Fraction
) -> None:
    entitled = few + more + rest
    low, high = sorted((one, other))

    def met(share: Fraction, present: int) -> bool:
        quorum = Quorum(share=share, base=Base.ENTITLED, article="11")
        return quorum_reached(quorum, Attendance(present=present, entitled=entitled)).is_met

    assert met(low, few) or not met(high, few)
    assert met(high, few + more) or not met(high, few)


@given(ANSWERS, SHARES, SHARES)
def test_nothing_is_decided_without_a_quorum(votes: Votes, share: Fraction, quorum: Fraction) -> None:
    attendance = Attendance(present=units(votes), entitled=units(votes) + 7)
    result = decide(rule(share, Base.CAST, quorum=quorum), tally_motion(votes, stances=STANCES, attendance=attendance))

    assert (result.outcome == Outcome.NO_QUORUM) == (not result.quorum.is_met)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_percentage_is_the_nearest_tenth(part: int, whole: int) -> None:
    off = Fraction(tenths_of_percent(part, whole), 1000) - Fraction(part, whole)

    assert -Fraction(1, 2000) < off <= Fraction(1, 2000)


@given(APPROVALS, st.integers(1, 5))
def test_every_approval_is_counted_once(votes: Votes, seats: int) -> None:
    result = elect_by_approval(votes, candidates=CANDIDATES, seats=seats, seed="s")

    named = sum(weight * len(group) for choice, weight in votes for group in choice)
    assert sum(result.approvals.values()) == named
    assert (result.papers, result.blank) == (units(votes), sum(weight for choice, weight in votes if not choice))


@given(APPROVALS, st.integers(1, 5))
def test_nobody_is_passed_over_for_somebody_with_fewer_approvals(votes: Votes, seats: int) -> None:
    result = elect_by_approval(votes, candidates=CANDIDATES, seats=seats, seed="s")

    others = set(CANDIDATES) - set(result.elected)
    assert len(result.elected) == min(seats, sum(1 for votes in result.approvals.values() if votes))
    assert all(result.approvals[one] >= result.approvals[other] for one in result.elected for other in others)


@given(APPROVALS, st.integers(1, 4), st.sampled_from(CANDIDATES))
def test_one_more_approval_never_unseats_anybody(votes: Votes, seats: int, favourite: int) -> None:
    before = elect_by_approval(votes, candidates=CANDIDATES, seats=seats, seed="s")
    assume(favourite in before.elected)

    after = elect_by_approval([*votes, ([[favourite]], 1)], candidates=CANDIDATES, seats=seats, seed="s")

    assert favourite in after.elected


@given(APPROVALS, RANKINGS, st.integers(1, 4), st.integers())
def test_the_order_of_the_papers_is_irrelevant(approvals: Votes, rankings: Votes, seats: int, seed: int) -> None:
    for elect, votes in ((elect_by_approval, approvals), (elect_by_stv, rankings)):
        shuffled = list(votes)
        Random(seed).shuffle(shuffled)

        counts = [elect(some, candidates=CANDIDATES, seats=seats, seed="s") for some in (votes, shuffled)]

        assert counts[0] == counts[1]


@given(RANKINGS, st.integers(1, 4))
def test_a_paper_of_several_units_is_as_many_papers(votes: Votes, seats: int) -> None:
    singly = [(choice, 1) for choice, weight in votes for _unit in range(weight)]

    together, apart = (elect_by_stv(some, candidates=CANDIDATES, seats=seats, seed="s") for some in (votes, singly))

    assert together == apart


@given(RANKINGS, st.integers(1, 4))
def test_no_vote_is_made_or_lost_whatever_breaks_the_ties(votes: Votes, seats: int) -> None:
    for ties in (("stage", "lot"), ("lot",)):
        result = elect_by_stv(votes, candidates=CANDIDATES, seats=seats, seed="s", ties=ties)

        assert all(
            sum(stage.votes.values()) + stage.exhausted + stage.lost == result.papers * ONE for stage in result.stages
        )
        assert len(set(result.elected)) == len(result.elected) == seats


@given(RANKINGS, st.integers(1, 4))
def test_without_earlier_stages_every_tie_goes_to_the_lot(votes: Votes, seats: int) -> None:
    result = elect_by_stv(votes, candidates=CANDIDATES, seats=seats, seed="s", ties=("lot",))

    ties = [stage.tie for stage in result.stages if stage.tie]
    assert {tie.stage for tie in ties} <= {0}
    assert all(tie.chosen == drawn_order(tie.among, seed="s")[0] for tie in ties)


@given(RANKINGS)
def test_whom_most_rank_first_wins_a_single_seat(votes: Votes) -> None:
    ranked = [(choice, weight) for choice, weight in votes if choice]
    firsts = {number: sum(w for choice, w in ranked if choice[0] == [number]) for number in CANDIDATES}
    ahead = [number for number, votes in firsts.items() if 2 * votes > units(ranked)]
    assume(ahead)

    result = elect_by_stv(votes, candidates=CANDIDATES, seats=1, seed="s")

    assert list(result.elected) == ahead


@given(st.sets(st.integers(1, 99)), st.text(), st.integers())
def test_a_lot_depends_on_its_seed_alone(candidates: set[int], seed: str, order: int) -> None:
    shuffled = sorted(candidates)
    Random(order).shuffle(shuffled)

    drawn = drawn_order(shuffled, seed=seed)

    assert drawn == drawn_order(sorted(candidates), seed=seed)
    assert sorted(drawn) == sorted(candidates)
