"""Everything that can happen in voting."""

from governance.voting.actions.ballots import close_ballot, open_ballot, withdraw
from governance.voting.actions.counting import count, make_final, sign_result
from governance.voting.actions.drafts import Wording, draft_election, draft_motion, repeat_ballot
from governance.voting.actions.draws import Drawn, draw, make_series
from governance.voting.actions.electorates import (
    appoint_teller,
    dismiss_teller,
    give_mandate,
    hand_over,
    make_electorate,
)
from governance.voting.actions.refusals import BallotRefused
from governance.voting.actions.votes import instruct, record

__all__ = [
    "BallotRefused",
    "Drawn",
    "Wording",
    "appoint_teller",
    "close_ballot",
    "count",
    "dismiss_teller",
    "draft_election",
    "draft_motion",
    "draw",
    "give_mandate",
    "hand_over",
    "instruct",
    "make_electorate",
    "make_final",
    "make_series",
    "open_ballot",
    "record",
    "repeat_ballot",
    "sign_result",
    "withdraw",
]
