from random import Random

from hypothesis import given
from hypothesis import strategies as st

from governance.voting.rules.approval import elect_by_approval
from governance.voting.rules.lots import drawn_order

Votes = list[tuple[list[list[int]], int]]
PAPERS = st.lists(st.sets(st.integers(1, 5)).map(lambda chosen: ([sorted(chosen)] if chosen else [], 1)), max_size=12)


def test_the_most_approved_are_elected() -> None:
    votes: Votes = [([[1, 2]], 1), ([[2]], 2), ([[3]], 1), ([[2, 3]], 1), ([], 1)]

    result = elect_by_approval(votes, candidates=[1, 2, 3], seats=2, seed="s")

    assert result.approvals == {1: 1, 2: 4, 3: 2}
    assert (result.elected, result.tied, result.blank, result.papers) == ((2, 3), (), 1, 6)
    assert result.stages() == [
        {"number": 1, "action": "approvals", "votes": {"1": "1", "2": "4", "3": "2"}, "elected": [2, 3]}
    ]


def test_a_tie_across_the_last_seat_goes_to_the_published_lot() -> None:
    votes: Votes = [([[1]], 3), ([[2]], 2), ([[3]], 2), ([[4]], 1)]

    result = elect_by_approval(votes, candidates=[1, 2, 3, 4], seats=2, seed="seed of the close")

    order = drawn_order([2, 3], seed="seed of the close")
    assert (result.elected, result.tied) == ((1, order[0]), tuple(order))
    assert [stage["elected"] for stage in result.stages()] == [[1], [order[0]]]


def test_a_tie_that_leaves_nobody_out_needs_no_lot() -> None:
    result = elect_by_approval([([[1, 2]], 2), ([[3]], 1)], candidates=[1, 2, 3], seats=2, seed="s")

    assert (result.elected, result.tied) == ((1, 2), ())


def test_nobody_is_elected_whom_no_paper_names() -> None:
    result = elect_by_approval([([[1]], 4)], candidates=[1, 2, 3], seats=2, seed="s")

    assert result.elected == (1,)


def test_another_seed_draws_another_order_and_the_same_seed_the_same() -> None:
    orders = {tuple(drawn_order(range(1, 6), seed=f"seed {n}")) for n in range(20)}

    assert len(orders) > 10
    assert drawn_order([3, 1, 2], seed="a") == drawn_order([2, 3, 1], seed="a")


@given(PAPERS, st.integers(1, 4))
def test_never_more_are_elected_than_there_are_seats_and_never_a_less_approved_one(papers: Votes, seats: int) -> None:
    result = elect_by_approval(papers, candidates=range(1, 6), seats=seats, seed="s")

    left = [votes for number, votes in result.approvals.items() if number not in result.elected]
    assert len(result.elected) <= seats
    assert all(result.approvals[number] >= max(left, default=0) for number in result.elected)


@given(PAPERS, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_is_irrelevant(papers: Votes, random: Random) -> None:
    shuffled = list(papers)
    random.shuffle(shuffled)

    one = elect_by_approval(papers, candidates=range(1, 6), seats=3, seed="s")

    assert elect_by_approval(shuffled, candidates=range(1, 6), seats=3, seed="s") == one
