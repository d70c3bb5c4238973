"""What a mail may be, which way it may go, and what a relay's answer means. No Django, no clock, no network."""

from members.delivery.rules.feedback import (
    STATE_AFTER,
    FeedbackKind,
    Report,
    is_alarming,
    says_no_such_address,
    streams_stopped_by,
)
from members.delivery.rules.letters import Letter, composed
from members.delivery.rules.recipients import HeaderRefused, Recipient, Rendered, distinct, language_for
from members.delivery.rules.replies import Reply, Verdict, retry_after, verdict_of
from members.delivery.rules.reports import read_report, return_path
from members.delivery.rules.states import (
    IN_HAND,
    OPEN,
    PASSAGES,
    SETTLED,
    TAKEN,
    WAITING,
    DeliveryState,
    DispatchState,
    Stream,
    may_pass,
)
from members.delivery.rules.tokens import TokenRefused, read_token, signed_token

__all__ = [
    "IN_HAND",
    "OPEN",
    "PASSAGES",
    "SETTLED",
    "STATE_AFTER",
    "TAKEN",
    "WAITING",
    "DeliveryState",
    "DispatchState",
    "FeedbackKind",
    "HeaderRefused",
    "Letter",
    "Recipient",
    "Rendered",
    "Reply",
    "Report",
    "Stream",
    "TokenRefused",
    "Verdict",
    "composed",
    "distinct",
    "is_alarming",
    "language_for",
    "may_pass",
    "read_report",
    "read_token",
    "retry_after",
    "return_path",
    "says_no_such_address",
    "signed_token",
    "streams_stopped_by",
    "verdict_of",
]
