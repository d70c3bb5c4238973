"""What the worker does about the plan."""

from datetime import datetime
from functools import partial

from cms.chores import try_each
from governance.plan.actions import count_indicator
from governance.plan.queries import due_to_compute


def count_due(now: datetime) -> int:
    """Counts every indicator that was not looked at today; says how many. Twice is harmless."""
    due = due_to_compute(now.date())
    return try_each(due, partial(count_indicator, now=now), what="Indicators that could not be counted")
