"""The law of states: what is settled never goes back to waiting by itself, and nothing skips the mark."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import IN_HAND, OPEN, PASSAGES, SETTLED, WAITING, DeliveryState, Stream, may_pass

states = st.sampled_from(DeliveryState)


def walks() -> st.SearchStrategy[list[DeliveryState]]:
    """Ways that a mail can go, each step a passage, from waiting on."""

    @st.composite
    def walk(draw: st.DrawFn) -> list[DeliveryState]:
        way = [DeliveryState.PENDING]
        for _step in range(draw(st.integers(0, 12))):
            onwards = sorted(PASSAGES.get(way[-1], frozenset()))
            if not onwards:
                break
            way.append(draw(st.sampled_from(onwards)))
        return way

    return walk()


@given(walks())
def test_no_mail_is_accepted_or_doubted_without_the_mark(way: list[DeliveryState]) -> None:
    for before, after in pairwise(way):
        if after is DeliveryState.UNCERTAIN:
            assert before is DeliveryState.SUBMITTING
        if after is DeliveryState.ACCEPTED:
            assert before in {DeliveryState.SUBMITTING, DeliveryState.UNCERTAIN}


@given(walks())
def test_once_accepted_a_mail_is_never_in_hand_again(way: list[DeliveryState]) -> None:
    if DeliveryState.ACCEPTED in way:
        rest = way[way.index(DeliveryState.ACCEPTED) :]

        assert not set(rest) & (WAITING | IN_HAND)


@given(states, states)
def test_only_doubt_leads_from_settled_to_waiting(before: DeliveryState, after: DeliveryState) -> None:
    if may_pass(before, after) and before in SETTLED and after in WAITING:
        assert (before, after) == (DeliveryState.UNCERTAIN, DeliveryState.PENDING)


def test_every_state_is_waiting_in_hand_or_settled_and_only_one_of_them() -> None:
    assert set(DeliveryState) == WAITING | IN_HAND | SETTLED
    assert len(DeliveryState) == len(WAITING) + len(IN_HAND) + len(SETTLED)
    assert set(OPEN & SETTLED) == {DeliveryState.UNCERTAIN}


@pytest.mark.parametrize(
    ("stream", "answer"),
    [("account", "never"), ("statutory", "never"), ("bulletin", "yes"), ("group", "yes"), ("saved_search", "yes")],
)
def test_which_streams_a_reader_may_stop(stream: str, answer: str) -> None:
    assert Stream(stream).may_be_stopped == (answer == "yes")
