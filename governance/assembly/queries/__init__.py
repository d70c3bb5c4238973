"""Questions about meetings."""

from governance.assembly.queries.attendance import (
    attendance_of,
    delegations_of,
    mandate_of,
    may_vote_on_the_roll,
    speaks_for,
)

__all__ = [
    "attendance_of",
    "delegations_of",
    "mandate_of",
    "may_vote_on_the_roll",
    "speaks_for",
]
