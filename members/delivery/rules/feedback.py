"""What comes back after a mail was accepted, and what follows from it (delivery.md, "Rates")."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from members.delivery.rules.states import DeliveryState, Stream

MOST_BOUNCES = Fraction(2, 100)
MOST_COMPLAINTS = Fraction(5, 10_000)
# So many are needed before a share says anything.
BOUNCES_THAT_COUNT = 20
COMPLAINTS_THAT_COUNT = 3
# RFC 3463: the address is bad (5.1.x), or the mailbox is disabled (5.2.1).
NO_SUCH_ADDRESS = re.compile(r"(?<![\d.])5\.(?:1\.\d{1,3}|2\.1)(?![\d.])")


class FeedbackKind(StrEnum):
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    DELAYED = "delayed"
    COMPLAINED = "complained"


STATE_AFTER: dict[FeedbackKind, DeliveryState] = {
    FeedbackKind.DELIVERED: DeliveryState.DELIVERED,
    FeedbackKind.BOUNCED: DeliveryState.BOUNCED,
    FeedbackKind.COMPLAINED: DeliveryState.COMPLAINED,
}


@dataclass(frozen=True, kw_only=True)
class Report:
    """One thing that was reported of one mail; `event_id` names the report, so that it counts once."""

    uid: UUID
    kind: FeedbackKind
    event_id: str
    detail: str = ""


def says_no_such_address(text: str) -> bool:
    """Whether an enhanced status code in it says that the address does not exist any more."""
    return bool(NO_SUCH_ADDRESS.search(text))


def streams_stopped_by(report: Report, *, stream: Stream) -> frozenset[Stream]:
    """A dead address gets nothing that may be stopped; a complaint stops the stream that it is about.

    Sign-in codes and what the statutes require are tried all the same: who is told of them must not hang on a report.
    """
    if report.kind is FeedbackKind.BOUNCED and says_no_such_address(report.detail):
        return frozenset(one for one in Stream if one.may_be_stopped)
    if report.kind is FeedbackKind.COMPLAINED and stream.may_be_stopped:
        return frozenset({stream})
    return frozenset()


def is_alarming(*, taken: int, bounced: int, complained: int) -> bool:
    """So many bounces or complaints that the next ones would harm the sender's name."""
    if bounced >= BOUNCES_THAT_COUNT and bounced >= MOST_BOUNCES * taken:
        return True
    return complained >= COMPLAINTS_THAT_COUNT and complained >= MOST_COMPLAINTS * taken
