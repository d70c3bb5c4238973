"""How a committee decides: plain values in, plain values out."""

from governance.decisions.rules.acts import Act, acts_on
from governance.decisions.rules.counting import CommitteeRule, Count, Outcome, Reason, Tally, outcome, settles, tally
from governance.decisions.rules.days import (
    REMINDED_BEFORE,
    Fulfilment,
    Mark,
    Show,
    deadline,
    fulfilment,
    mark,
    median_days,
    remind_at,
    working_days_after,
)
from governance.decisions.rules.reading import SHOWN_IN_SILENCE, TAKEN, Standpoint, may_read, may_run
from governance.decisions.rules.refusing import Refusal, refusal_to_answer, refusal_to_open
from governance.decisions.rules.seating import Term, refusal_to_begin, refusal_to_end
from governance.decisions.rules.words import Choice, FollowUpState, OfficeRole, Procedure, State, Subject

__all__ = [
    "REMINDED_BEFORE",
    "SHOWN_IN_SILENCE",
    "TAKEN",
    "Act",
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
    "Standpoint",
    "State",
    "Subject",
    "Tally",
    "Term",
    "acts_on",
    "deadline",
    "fulfilment",
    "mark",
    "may_read",
    "may_run",
    "median_days",
    "outcome",
    "refusal_to_answer",
    "refusal_to_begin",
    "refusal_to_end",
    "refusal_to_open",
    "remind_at",
    "settles",
    "tally",
    "working_days_after",
]
