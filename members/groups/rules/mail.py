"""Who gets mail from a group, and when. Plain values in, plain values out."""

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum

# A digest waits for the morning of its reader, who reads it with the first coffee.
MORNING = time(7, 0)
# What is written at this very moment may not be committed yet: it is for the next digest.
SETTLING = timedelta(minutes=5)
FIRST_DIGEST = timedelta(days=1)
LONGEST_DIGEST = timedelta(days=7)


class Frequency(StrEnum):
    """How often a person gets mail from a group."""

    EVERY_REPLY = "every_reply"
    DAILY = "daily"
    WHEN_NAMED = "when_named"
    NEVER = "never"


def is_mailed_at_once(frequency: Frequency, *, named: bool) -> bool:
    """Whoever is named learns of it at once, unless they want no mail at all."""
    return frequency is Frequency.EVERY_REPLY or (named and frequency is not Frequency.NEVER)


def is_named(name: str, text: str) -> bool:
    """Whether a text has a person's whole name in it, in whatever case; a longer word around it is another name."""
    wanted = " ".join(name.split()).casefold()
    if not wanted:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", " ".join(text.split()).casefold()))


def digest_day(local: datetime) -> date | None:
    """The day whose digest is due at that local time; None before the morning."""
    return local.date() if local.time() >= MORNING else None


def digest_window(*, now: datetime, last_at: datetime | None) -> tuple[datetime, datetime]:
    """After the first and up to the second moment: what the last digest could not have seen, a week at most."""
    until = now - SETTLING
    since = last_at - SETTLING if last_at is not None else until - FIRST_DIGEST
    return max(since, until - LONGEST_DIGEST), until
