"""Questions to voting."""

from governance.voting.queries.arithmetic import arithmetic_of, outcome_of, percent, stages_of
from governance.voting.queries.ballots import (
    ballots_awaiting,
    elected,
    free_slot,
    mandates_held,
    own_votes,
    undrawn_mandates,
)

__all__ = [
    "arithmetic_of",
    "ballots_awaiting",
    "elected",
    "free_slot",
    "mandates_held",
    "outcome_of",
    "own_votes",
    "percent",
    "stages_of",
    "undrawn_mandates",
]
