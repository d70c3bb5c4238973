"""The vocabulary of a ballot."""

from enum import StrEnum


class Kind(StrEnum):
    MOTION = "motion"
    APPROVAL = "approval"
    STV = "stv"


class Secrecy(StrEnum):
    RECORDED = "recorded"
    SECRET = "secret"


class State(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    OPENING = "opening"
    COUNTED = "counted"
    SIGNED = "signed"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


class Stance(StrEnum):
    """What an option stands for. Abstention and "none of these" are options, so that a blank paper stays a blank."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTENTION = "abstention"
    CANDIDATE = "candidate"


class Holding(StrEnum):
    OWN = "own"
    PROXY = "proxy"


REACHED: dict[State, tuple[State, ...]] = {
    State.CLOSED: (State.CLOSED, State.OPENING, State.COUNTED, State.SIGNED, State.FINAL),
    State.COUNTED: (State.COUNTED, State.SIGNED, State.FINAL),
    State.SIGNED: (State.SIGNED, State.FINAL),
    State.FINAL: (State.FINAL,),
}
"""The states in which a result may be read whose rule says: from this one on."""

FOLLOWING: dict[State, tuple[State, ...]] = {
    State.DRAFT: (State.OPEN, State.WITHDRAWN),
    State.OPEN: (State.CLOSED, State.WITHDRAWN),
    State.CLOSED: (State.OPENING, State.COUNTED, State.WITHDRAWN),
    State.OPENING: (State.COUNTED,),
    State.COUNTED: (State.SIGNED,),
    State.SIGNED: (State.FINAL,),
    State.FINAL: (),
    State.WITHDRAWN: (),
}
"""A ballot may be withdrawn before its votes are opened, never after."""
