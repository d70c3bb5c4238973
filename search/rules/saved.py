"""Saved searches: how often somebody hears of what is new, and when that is. Plain values in, plain values out."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum

MORNING = time(7, 0)  # as for the digests of groups: mail that may wait comes with the first coffee
MONDAY = 0
MOST_SAVED = 50  # searches that one person keeps


class Frequency(StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


def next_look(frequency: Frequency, *, local: datetime) -> datetime:
    """The next morning, or Monday morning, after this moment on the reader's clock; at once is now."""
    if frequency is Frequency.AT_ONCE:
        return local
    day = local.date() + timedelta(days=0 if local.time() < MORNING else 1)
    if frequency is Frequency.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return datetime.combine(day, MORNING, tzinfo=local.tzinfo)
