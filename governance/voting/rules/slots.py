"""How many secret ballots a series is drawn for."""

MOST_SLOTS = 40
"""Of one meeting (ballot protocol, section 3)."""


def slots_for(*, announced: int) -> int:
    """Two for each announced election, so that each can be repeated or have a run-off and nobody draws again."""
    return min(2 * announced, MOST_SLOTS)
