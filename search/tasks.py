"""What the worker does for the search."""

from datetime import datetime

from search.actions.replaying import replay


def replay_journal(now: datetime) -> int:
    """How many entries of the journal the index was told; `now` is not needed, the journal has its own order."""
    return replay()
