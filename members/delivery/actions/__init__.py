"""Everything that can happen to a mail, one function each."""

from members.delivery.actions.forgetting import forget_account_mail
from members.delivery.actions.freezing import NothingToSend, enqueue
from members.delivery.actions.listening import hear
from members.delivery.actions.reporting import take_report
from members.delivery.actions.sending import send_until_nothing_is_due
from members.delivery.actions.steering import (
    SteeringRefused,
    cancel_dispatch,
    confirm_accepted,
    finish_dispatches,
    pause_dispatch,
    release_uncertain,
    resume_dispatch,
)
from members.delivery.actions.stopping import allow_again, stop_stream

__all__ = [
    "NothingToSend",
    "SteeringRefused",
    "allow_again",
    "cancel_dispatch",
    "confirm_accepted",
    "enqueue",
    "finish_dispatches",
    "forget_account_mail",
    "hear",
    "pause_dispatch",
    "release_uncertain",
    "resume_dispatch",
    "send_until_nothing_is_due",
    "stop_stream",
    "take_report",
]
