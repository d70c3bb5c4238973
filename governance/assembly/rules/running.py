"""What may be done next with a meeting, and with each thing that it decides."""

from enum import StrEnum

from governance.assembly.rules.words import State
from governance.voting.rules.words import State as BallotState


class Act(StrEnum):
    """One press of a button by whoever runs the meeting."""

    CONVENE = "convene"
    FREEZE = "freeze"
    OPEN = "open"
    QUORUM = "quorum"
    CLOSE = "close"
    MINUTE = "minute"
    FINAL = "final"
    PREPARE = "prepare"
    VOTE = "vote"
    COUNT = "count"
    SIGN = "sign"
    WITHDRAW = "withdraw"


OF_THE_MEETING: dict[State, tuple[Act, ...]] = {
    State.DRAFT: (Act.CONVENE,),
    State.CONVENED: (Act.FREEZE,),
    State.FROZEN: (Act.OPEN,),
    State.OPEN: (Act.QUORUM, Act.CLOSE),
    State.CLOSED: (Act.MINUTE,),
    State.MINUTED: (Act.FINAL,),
}

WHILE_OPEN: dict[BallotState | None, tuple[Act, ...]] = {
    None: (Act.PREPARE, Act.VOTE),
    BallotState.DRAFT: (Act.VOTE,),
    BallotState.OPEN: (Act.COUNT, Act.WITHDRAW),
    BallotState.COUNTED: (Act.SIGN,),
    BallotState.WITHDRAWN: (Act.PREPARE, Act.VOTE),
}
"""By the state of the ballot; None where there is none yet."""


def next_acts(meeting: State) -> tuple[Act, ...]:
    return OF_THE_MEETING.get(meeting, ())


def acts_on_a_ballot(ballot: BallotState | None, *, meeting: State) -> tuple[Act, ...]:
    """Tellers may sign after the meeting has closed, and papers be prepared before it opens."""
    acts = WHILE_OPEN.get(ballot, ())
    if meeting == State.OPEN:
        return acts
    allowed = Act.PREPARE if meeting == State.FROZEN else Act.SIGN
    return tuple(act for act in acts if act == allowed)


def has_passed(state: State, *, meeting: State) -> bool:
    """Whether a meeting in the state `meeting` has reached that one."""
    order = list(State)
    return order.index(state) <= order.index(meeting)
