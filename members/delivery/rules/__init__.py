"""What a mail may be, which way it may go, and what a relay's answer means. No Django, no clock, no network."""

from members.delivery.rules.letters import Letter, composed
from members.delivery.rules.recipients import HeaderRefused, Recipient, Rendered, distinct, language_for
from members.delivery.rules.replies import Reply, Verdict, retry_after, verdict_of
from members.delivery.rules.states import (
    IN_HAND,
    OPEN,
    PASSAGES,
    SETTLED,
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
    "WAITING",
    "DeliveryState",
    "DispatchState",
    "HeaderRefused",
    "Letter",
    "Recipient",
    "Rendered",
    "Reply",
    "Stream",
    "TokenRefused",
    "Verdict",
    "composed",
    "distinct",
    "language_for",
    "may_pass",
    "read_token",
    "retry_after",
    "signed_token",
    "verdict_of",
]
