"""Questions about meetings."""

from governance.assembly.queries.attendance import (
    attendance_of,
    delegations_of,
    is_registered,
    mandate_of,
    may_vote_on_the_roll,
    speaks_for,
)

__all__ = [
    "attendance_of",
    "delegations_of",
    "is_registered",
    "mandate_of",
    "may_vote_on_the_roll",
    "speaks_for",
]
