"""What the worker does about the plan."""

from datetime import datetime

from governance.plan.actions import count_indicator
from governance.plan.queries import due_to_compute


def count_due(now: datetime) -> int:
    """Counts every indicator that was not looked at today; says how many. Twice is harmless.

    One that breaks holds up no other: all are tried, then an ExceptionGroup tells what broke.
    """
    broken, counted = [], 0
    for indicator in due_to_compute(now.date()):
        try:
            count_indicator(indicator, now=now)
        except Exception as error:
            broken.append(error)
        else:
            counted += 1
    if broken:
        raise ExceptionGroup("Indicators that could not be counted", broken)
    return counted
