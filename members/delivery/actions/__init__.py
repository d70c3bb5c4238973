"""Everything that can happen to a mail, one function each."""

from members.delivery.actions.freezing import NothingToSend, enqueue
from members.delivery.actions.listening import hear
from members.delivery.actions.reporting import take_report
from members.delivery.actions.sending import send_until_nothing_is_due
from members.delivery.actions.steering import (
    SteeringRefused,
    cancel_dispatch,
    confirm_accepted,
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
    "hear",
    "pause_dispatch",
    "release_uncertain",
    "resume_dispatch",
    "send_until_nothing_is_due",
    "stop_stream",
    "take_report",
]
