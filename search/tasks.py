"""What the worker does for the search."""

from datetime import datetime

from search.actions.numbering import turn_days
from search.actions.replaying import replay


def replay_journal(now: datetime) -> int:
    """How many entries of the journal the index was told, those of the new day among them."""
    turn_days(on=now.date())
    return replay()
