"""What the worker does about decisions."""

from datetime import datetime

from governance.decisions.actions import settle
from governance.decisions.queries import due_to_settle


def settle_due(now: datetime) -> int:
    """Settles every decision whose deadline has passed; says how many. Twice is harmless.

    One that breaks holds up no other: all are tried, then an ExceptionGroup tells what broke.
    """
    broken, settled = [], 0
    for decision in due_to_settle(now):
        try:
            settle(decision, now=now)
        except Exception as error:
            broken.append(error)
        else:
            settled += 1
    if broken:
        raise ExceptionGroup("Decisions that could not be settled", broken)
    return settled
