"""What the front doors work out by themselves. Plain values in, plain values out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

NOON, EVENING = 12, 18


class Greeting(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Unit(StrEnum):
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, kw_only=True)
class TimeLeft:
    """The largest whole unit, rounded down: nobody is told that there is more time than there is."""

    amount: int
    unit: Unit


def greeting(local: datetime) -> Greeting:
    """By the reader's own clock."""
    if local.hour < NOON:
        return Greeting.MORNING
    return Greeting.AFTERNOON if local.hour < EVENING else Greeting.EVENING


def time_left(deadline_at: datetime, *, now: datetime) -> TimeLeft:
    """Days from two days on, hours from one hour on, else minutes; 0 minutes when it has passed."""
    left = max(deadline_at - now, timedelta(0))
    if left >= timedelta(days=2):
        return TimeLeft(amount=left.days, unit=Unit.DAYS)
    if left >= timedelta(hours=1):
        return TimeLeft(amount=int(left.total_seconds()) // 3600, unit=Unit.HOURS)
    return TimeLeft(amount=int(left.total_seconds()) // 60, unit=Unit.MINUTES)


def monday(local: datetime) -> datetime:
    """When the week of a moment began, by the reader's own clock."""
    return (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
