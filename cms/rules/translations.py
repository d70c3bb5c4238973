"""Whether a translation still says what its original says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    ORIGINAL = "original"
    MISSING = "missing"
    DRAFT = "draft"
    BEHIND = "behind"
    CURRENT = "current"


@dataclass(frozen=True, kw_only=True)
class Version:
    """A page in one language. `covers`: the publication of the original that somebody last called still right."""

    live: bool
    published_at: datetime | None = None
    covers: datetime | None = None


def state_of(translation: Version | None, *, original: Version) -> State:
    if translation is None:
        return State.MISSING
    if not translation.live:
        return State.DRAFT
    return State.BEHIND if behind_since(translation, original=original) else State.CURRENT


def behind_since(translation: Version, *, original: Version) -> datetime | None:
    """When the original went past this translation; None while it still says the same."""
    latest = original.published_at
    if latest is None or any(moment and moment >= latest for moment in (translation.published_at, translation.covers)):
        return None
    return latest
