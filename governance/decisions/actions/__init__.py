"""Everything that can happen to a decision and to the offices of a body."""

from governance.decisions.actions.answering import answer, confirm_reading, declare_interest, recuse
from governance.decisions.actions.following import assign_follow_up, drop_follow_up, finish_follow_up
from governance.decisions.actions.meeting import take_in_meeting
from governance.decisions.actions.proposing import open_decision, propose, withdraw
from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.reminding import remind
from governance.decisions.actions.seating import begin_office, end_office
from governance.decisions.actions.settling import ratify, settle

__all__ = [
    "DecisionRefused",
    "answer",
    "assign_follow_up",
    "begin_office",
    "confirm_reading",
    "declare_interest",
    "drop_follow_up",
    "end_office",
    "finish_follow_up",
    "open_decision",
    "propose",
    "ratify",
    "recuse",
    "remind",
    "settle",
    "take_in_meeting",
    "withdraw",
]
