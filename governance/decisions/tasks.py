"""What the worker does about decisions. Twice is harmless."""

from collections.abc import Callable, Iterable
from datetime import datetime

from governance.decisions.actions import remind, settle
from governance.decisions.models import Decision
from governance.decisions.queries import due_to_remind, due_to_settle


def settle_due(now: datetime) -> int:
    """Settles every decision whose deadline has passed; says how many."""
    return _each(due_to_settle(now), lambda decision: settle(decision, now=now), what="settled")


def remind_due(now: datetime) -> int:
    """Writes to those who have not answered what ends soon; says of how many decisions."""
    return _each(due_to_remind(now), lambda decision: remind(decision, now=now), what="reminded of")


def _each(decisions: Iterable[Decision], act: Callable[[Decision], object], *, what: str) -> int:
    """One that breaks holds up no other: all are tried, then an ExceptionGroup tells what broke."""
    broken, done = [], 0
    for decision in decisions:
        try:
            act(decision)
        except Exception as error:
            broken.append(error)
        else:
            done += 1
    if broken:
        raise ExceptionGroup(f"Decisions that could not be {what}", broken)
    return done
