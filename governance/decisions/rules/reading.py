"""Who may read a decision, and who may act on it. `models.decision` says the same in SQL; a test compares them."""

from datetime import datetime
from enum import StrEnum

from governance.decisions.rules.words import Procedure, State

TAKEN = frozenset({State.TAKEN, State.RATIFIED})
SHOWN_IN_SILENCE = frozenset({State.OPEN, State.LAPSED, State.WITHDRAWN})


class Standpoint(StrEnum):
    """Who somebody is to a body, on a day; whoever sits in it and works in the secretariat sits in it."""

    BODY = "body"
    SECRETARIAT = "secretariat"
    MEMBERS = "members"
    OUTSIDE = "outside"


def may_run(standpoint: Standpoint) -> bool:
    """Propose, open, withdraw, and read drafts and who answered what."""
    return standpoint in (Standpoint.BODY, Standpoint.SECRETARIAT)


def may_read(standpoint: Standpoint, *, state: State, procedure: Procedure, opened_at: datetime | None) -> bool:
    """The body and the secretariat read all; members what was taken, and what silence was asked about."""
    if may_run(standpoint):
        return True
    if standpoint == Standpoint.OUTSIDE:
        return False
    asked_by_silence = procedure == Procedure.SILENCE and state in SHOWN_IN_SILENCE and opened_at is not None
    return state in TAKEN or asked_by_silence
