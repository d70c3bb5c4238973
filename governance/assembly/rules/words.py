"""The vocabulary of a meeting."""

from enum import StrEnum


class Kind(StrEnum):
    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class State(StrEnum):
    DRAFT = "draft"
    CONVENED = "convened"
    FROZEN = "frozen"
    OPEN = "open"
    CLOSED = "closed"
    MINUTED = "minuted"
    FINAL = "final"


FOLLOWING: dict[State, State | None] = {
    State.DRAFT: State.CONVENED,
    State.CONVENED: State.FROZEN,
    State.FROZEN: State.OPEN,
    State.OPEN: State.CLOSED,
    State.CLOSED: State.MINUTED,
    State.MINUTED: State.FINAL,
    State.FINAL: None,
}
"""A meeting goes forward, one step at a time, and never back."""


class Part(StrEnum):
    """What a person is in a delegation."""

    HEAD = "head"
    DELEGATE = "delegate"
    ALTERNATE = "alternate"


class Way(StrEnum):
    """How somebody takes part."""

    ROOM = "room"
    ONLINE = "online"


class Verdict(StrEnum):
    """What became of an objection."""

    PENDING = "pending"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
