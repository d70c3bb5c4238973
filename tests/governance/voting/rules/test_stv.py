from random import Random

from hypothesis import given
from hypothesis import strategies as st

from governance.voting.rules.lots import drawn_order
from governance.voting.rules.stages import ONE, Action, Tie, decimals
from governance.voting.rules.stv import elect_by_stv

Votes = list[tuple[list[list[int]], int]]
CANDIDATES = range(1, 6)
RANKINGS = st.permutations(list(CANDIDATES)).flatmap(
    lambda order: st.integers(0, 5).map(lambda length: ([[number] for number in order[:length]], 1))
)
PAPERS = st.lists(RANKINGS, max_size=30)


def ranked(papers: dict[str, int]) -> Votes:
    """{"123": 4}: four papers that rank 1, then 2, then 3."""
    return [([[int(digit)] for digit in digits], number) for digits, number in papers.items()]


def test_a_small_election_counted_by_hand() -> None:
    """Two seats, 12 papers: quota 12 // 3 + 1 = 5. 1 has 7, surplus 2, each of 7 papers worth 2/7 = .28571.

    Five go on to 2 (1.42855), two to 3 (.57142). 4 has the fewest, its paper goes to 3 at full value.
    """
    votes = ranked({"12": 5, "13": 2, "2": 2, "3": 2, "43": 1})

    result = elect_by_stv(votes, candidates=[1, 2, 3, 4], seats=2, seed="s")

    shown = [(stage.action, stage.of, {n: decimals(v) for n, v in stage.votes.items()}) for stage in result.stages]
    assert (result.quota, result.elected) == (5, (1, 3))
    assert shown == [
        (Action.FIRST_PREFERENCES, 0, {1: "7.00000", 2: "2.00000", 3: "2.00000", 4: "1.00000"}),
        (Action.SURPLUS, 1, {1: "5.00000", 2: "3.42855", 3: "2.57142", 4: "1.00000"}),
        (Action.EXCLUSION, 4, {1: "5.00000", 2: "3.42855", 3: "3.57142", 4: "0.00000"}),
        (Action.EXCLUSION, 2, {1: "5.00000", 2: "0.00000", 3: "3.57142", 4: "0.00000"}),
        (Action.LAST_SEATS, 0, {1: "5.00000", 2: "0.00000", 3: "3.57142", 4: "0.00000"}),
    ]
    assert decimals(result.stages[-1].exhausted) == "3.42855"
    assert decimals(result.stages[-1].lost) == "0.00003"


def test_a_tie_is_decided_by_the_most_recent_stage_at_which_they_differed() -> None:
    votes = ranked({"1": 6, "2": 3, "32": 2, "42": 1, "5": 4, "43": 1})

    result = elect_by_stv(votes, candidates=CANDIDATES, seats=1, seed="s")

    tied = {stage.number: stage.tie for stage in result.stages if stage.tie}
    assert tied[2] == Tie(among=(3, 4), chosen=drawn_order([3, 4], seed="s")[0], stage=0)


def test_an_earlier_stage_breaks_a_tie_before_the_lot_does() -> None:
    votes = ranked({"1": 10, "2": 5, "3": 4, "43": 1, "5": 6, "42": 0})

    result = elect_by_stv(votes, candidates=CANDIDATES, seats=1, seed="s")

    assert [stage.of for stage in result.stages] == [0, 4, 3, 2, 5, 0]
    assert result.stages[2].tie == Tie(among=(2, 3), chosen=3, stage=1)


def test_as_many_candidates_as_seats_are_all_elected() -> None:
    result = elect_by_stv(ranked({"1": 1}), candidates=[1, 2], seats=3, seed="s")

    assert result.elected == (1, 2)
    assert [stage.action for stage in result.stages] == [Action.FIRST_PREFERENCES, Action.LAST_SEATS]


def test_blanks_are_counted_apart() -> None:
    result = elect_by_stv([([[1]], 2), ([], 3)], candidates=[1, 2], seats=1, seed="s")

    assert (result.papers, result.blank, result.quota, result.elected) == (2, 3, 2, (1,))


def test_a_stage_survives_as_strings_and_integers() -> None:
    result = elect_by_stv(ranked({"12": 3, "2": 1}), candidates=[1, 2], seats=1, seed="s")

    assert result.stages[0].to_json() == {
        **{"number": 1, "action": "first_preferences", "of": 0, "value": "0.00000"},
        **{"votes": {"1": "3.00000", "2": "1.00000"}, "exhausted": "0.00000", "lost": "0.00000"},
        **{"elected": [1], "tie": {}},
    }


@given(PAPERS, st.integers(1, 5))
def test_exactly_as_many_are_elected_as_there_are_seats(papers: Votes, seats: int) -> None:
    result = elect_by_stv(papers, candidates=CANDIDATES, seats=seats, seed="s")

    assert len(result.elected) == len(set(result.elected)) == seats


@given(PAPERS, st.integers(1, 4))
def test_no_value_appears_or_disappears(papers: Votes, seats: int) -> None:
    result = elect_by_stv(papers, candidates=CANDIDATES, seats=seats, seed="s")

    for stage in result.stages:
        assert sum(stage.votes.values()) + stage.exhausted + stage.lost == result.papers * ONE
        assert stage.lost >= 0


@given(PAPERS, st.integers(1, 4), st.integers())
def test_the_order_of_the_papers_is_irrelevant(papers: Votes, seats: int, seed: int) -> None:
    shuffled = list(papers)
    Random(seed).shuffle(shuffled)

    first = elect_by_stv(papers, candidates=CANDIDATES, seats=seats, seed="s")

    assert elect_by_stv(shuffled, candidates=CANDIDATES, seats=seats, seed="s") == first


@given(PAPERS, st.integers(1, 4), st.permutations(list(CANDIDATES)))
def test_other_numbers_for_the_candidates_elect_the_same_ones_when_no_lot_was_drawn(
    papers: Votes, seats: int, numbers: list[int]
) -> None:
    renamed = dict(zip(CANDIDATES, numbers, strict=True))
    relabelled: Votes = [([[renamed[n] for n in group] for group in choice], units) for choice, units in papers]

    first = elect_by_stv(papers, candidates=CANDIDATES, seats=seats, seed="s")
    second = elect_by_stv(relabelled, candidates=CANDIDATES, seats=seats, seed="s")

    if not any(stage.tie and stage.tie.stage == 0 for stage in (*first.stages, *second.stages)):
        assert {renamed[number] for number in first.elected} == set(second.elected)


@given(PAPERS, st.integers(1, 4))
def test_whoever_has_a_quota_of_first_preferences_is_elected(papers: Votes, seats: int) -> None:
    result = elect_by_stv(papers, candidates=CANDIDATES, seats=seats, seed="s")

    safe = {number for number, votes in result.stages[0].votes.items() if votes >= result.quota * ONE}
    assert safe <= set(result.elected)
