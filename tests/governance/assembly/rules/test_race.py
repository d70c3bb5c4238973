"""The picture of a count tells what the count tells."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.race import Race, race
from governance.voting.rules.stv import elect_by_stv

RANKINGS = st.lists(st.permutations([1, 2, 3, 4, 5]).map(lambda order: order[:3]), min_size=1, max_size=40)


def raced(rankings: list[list[int]], *, seats: int) -> Race:
    votes = [([[number] for number in ranking], 1) for ranking in rankings]
    result = elect_by_stv(votes, candidates=range(1, 6), seats=seats, seed="a")
    return race([stage.to_json() for stage in result.stages], quota=result.quota)


def test_a_surplus_is_passed_on_and_an_excluded_candidate_is_out() -> None:
    found = raced([[1, 2, 3]] * 7 + [[2, 1, 3]] * 3 + [[3, 2, 1]] * 2, seats=2)

    first, second, *others = found.tracks
    assert (first.number, first.elected_at) == (1, 1)
    assert [first.first, first.kept, first.passed_on] == [Decimal(7), Decimal(5), Decimal(2)]
    assert (second.number, second.first, second.elected_at > 1) == (2, Decimal(3), True)
    assert second.by_transfer > 0
    assert all(track.elected_at == 0 for track in others)


def test_an_empty_count_has_nothing_to_show() -> None:
    found = race([], quota=3)

    assert (found.tracks, found.exhausted, found.width) == ((), (), Decimal("3.45"))


@given(RANKINGS, st.integers(1, 4))
def test_no_bar_is_longer_than_the_picture_is_wide(rankings: list[list[int]], seats: int) -> None:
    found = raced(rankings, seats=seats)

    assert all(track.kept + track.passed_on <= found.width for track in found.tracks)
    assert all(track.kept + track.by_transfer <= found.width for track in found.tracks)
    assert found.quota <= found.width


@given(RANKINGS, st.integers(1, 4))
def test_every_candidate_has_one_track_and_the_elected_come_first(rankings: list[list[int]], seats: int) -> None:
    tracks = raced(rankings, seats=seats).tracks

    assert sorted(track.number for track in tracks) == [1, 2, 3, 4, 5]
    elected = [bool(track.elected_at) for track in tracks]
    assert elected == sorted(elected, reverse=True)
    assert not any(track.elected_at and track.excluded_at for track in tracks)


@given(RANKINGS, st.integers(1, 4))
def test_all_the_votes_are_somewhere_at_every_stage(rankings: list[list[int]], seats: int) -> None:
    found = raced(rankings, seats=seats)

    for place, lost in enumerate(found.exhausted):
        held = sum((track.after[place] or Decimal(0) for track in found.tracks), Decimal(0))
        assert held + lost == len(rankings)
