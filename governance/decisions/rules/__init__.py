"""How a committee decides: plain values in, plain values out."""

from governance.decisions.rules.counting import CommitteeRule, Count, Outcome, Reason, Tally, outcome, settles, tally
from governance.decisions.rules.days import (
    Fulfilment,
    Mark,
    Show,
    deadline,
    fulfilment,
    mark,
    median_days,
    working_days_after,
)
from governance.decisions.rules.refusing import Refusal, refusal_to_answer, refusal_to_open
from governance.decisions.rules.words import Choice, FollowUpState, OfficeRole, Procedure, State, Subject

__all__ = [
    "Choice",
    "CommitteeRule",
    "Count",
    "FollowUpState",
    "Fulfilment",
    "Mark",
    "OfficeRole",
    "Outcome",
    "Procedure",
    "Reason",
    "Refusal",
    "Show",
    "State",
    "Subject",
    "Tally",
    "deadline",
    "fulfilment",
    "mark",
    "median_days",
    "outcome",
    "refusal_to_answer",
    "refusal_to_open",
    "settles",
    "tally",
    "working_days_after",
]
