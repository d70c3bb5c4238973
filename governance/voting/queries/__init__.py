"""Questions to voting."""

from governance.voting.queries.arithmetic import arithmetic_of, outcome_of, percent, sentence_of, stages_of
from governance.voting.queries.ballots import (
    ballots_awaiting,
    elected,
    free_slot,
    mandates_held,
    own_votes,
    published_votes,
    readable_result,
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
    "published_votes",
    "readable_result",
    "sentence_of",
    "stages_of",
    "undrawn_mandates",
]
