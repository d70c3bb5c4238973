"""What the worker does about decisions. Twice is harmless."""

from datetime import datetime
from functools import partial

from cms.chores import try_each
from governance.decisions.actions import remind, settle
from governance.decisions.queries import due_to_remind, due_to_settle


def settle_due(now: datetime) -> int:
    """Settles every decision whose deadline has passed; says how many."""
    return try_each(due_to_settle(now), partial(settle, now=now), what="Decisions that could not be settled")


def remind_due(now: datetime) -> int:
    """Writes to those who have not answered what ends soon; says of how many decisions."""
    return try_each(due_to_remind(now), partial(remind, now=now), what="Decisions that could not be reminded of")
