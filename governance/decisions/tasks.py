"""What the worker does about decisions."""

from datetime import datetime

from governance.decisions.actions import settle
from governance.decisions.queries import due_to_settle


def settle_due(now: datetime) -> int:
    """Settles every decision whose deadline has passed; says how many. Twice is harmless."""
    due = due_to_settle(now)
    for decision in due:
        settle(decision, now=now)
    return len(due)
