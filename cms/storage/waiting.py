"""The names of files that wait in the admin: they say since when, and so for how long they may stay."""

from datetime import date, datetime, timedelta

FOLDER = "wagtail_uploads"
# As Django fills it in when the file comes.
FOLDER_OF_THE_DAY = f"{FOLDER}/%Y-%m-%d"
# Whoever left the editor open over night still finds the file.
KEEP = timedelta(days=2)


def has_waited_too_long(name: str, *, now: datetime) -> bool:
    """A name without a day is older than the days in names."""
    return (day_of(name) or date.min) < (now - KEEP).date()


def day_of(name: str) -> date | None:
    try:
        return date.fromisoformat(name.removeprefix(f"{FOLDER}/").partition("/")[0])
    except ValueError:
        return None
