"""What the secretariat may do with a decision, by its state."""

from enum import StrEnum

from governance.decisions.rules.words import Procedure, State


class Act(StrEnum):
    OPEN = "open"
    MEETING = "meeting"
    WITHDRAW = "withdraw"
    RATIFY = "ratify"
    ASSIGN = "assign"


ACTS = {
    State.DRAFT: (Act.OPEN, Act.WITHDRAW),
    State.OPEN: (Act.WITHDRAW,),
    State.TAKEN: (Act.RATIFY, Act.ASSIGN),
    State.RATIFIED: (Act.ASSIGN,),
}


def acts_on(state: State, *, procedure: Procedure) -> tuple[Act, ...]:
    """In the order in which they are offered; a meeting's count is entered while it is open."""
    meets = state == State.OPEN and procedure == Procedure.MEETING
    return (Act.MEETING,) * meets + ACTS.get(state, ())
