from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.running import Act, acts_on_a_ballot, next_acts
from governance.assembly.rules.words import State
from governance.voting.rules.words import State as BallotState

BALLOTS = st.none() | st.sampled_from(BallotState)


def test_each_state_of_a_meeting_leads_to_the_next() -> None:
    assert [next_acts(state) for state in State] == [
        (Act.CONVENE,),
        (Act.FREEZE,),
        (Act.OPEN,),
        (Act.QUORUM, Act.CLOSE),
        (Act.MINUTE,),
        (Act.FINAL,),
        (),
    ]


def test_papers_are_prepared_before_the_opening_and_counts_signed_after_the_close() -> None:
    assert acts_on_a_ballot(None, meeting=State.FROZEN) == (Act.PREPARE,)
    assert acts_on_a_ballot(BallotState.COUNTED, meeting=State.CLOSED) == (Act.SIGN,)
    assert acts_on_a_ballot(BallotState.OPEN, meeting=State.OPEN) == (Act.COUNT, Act.WITHDRAW)


@given(BALLOTS, st.sampled_from([state for state in State if state != State.OPEN]))
def test_nothing_is_voted_on_or_counted_outside_an_open_meeting(ballot: BallotState | None, meeting: State) -> None:
    acts = acts_on_a_ballot(ballot, meeting=meeting)

    assert not {Act.VOTE, Act.COUNT, Act.WITHDRAW} & set(acts)
