from hypothesis import given
from hypothesis import strategies as st

from governance.voting.rules.slots import MOST_SLOTS, slots_for


@given(st.integers(1, 20))
def test_each_election_can_be_repeated_once(announced: int) -> None:
    assert slots_for(announced=announced) == 2 * announced


@given(st.integers(0, 200))
def test_there_are_never_more_than_the_protocol_allows(announced: int) -> None:
    assert slots_for(announced=announced) <= MOST_SLOTS
