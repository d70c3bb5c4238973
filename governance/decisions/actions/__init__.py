"""Everything that can happen to a decision."""

from governance.decisions.actions.answering import answer, confirm_reading, declare_interest, recuse
from governance.decisions.actions.proposing import open_decision, propose, withdraw
from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.settling import finish_follow_up, ratify, settle, take_in_meeting

__all__ = [
    "DecisionRefused",
    "answer",
    "confirm_reading",
    "declare_interest",
    "finish_follow_up",
    "open_decision",
    "propose",
    "ratify",
    "recuse",
    "settle",
    "take_in_meeting",
    "withdraw",
]
