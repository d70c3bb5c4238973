"""What a relay answered, and what follows from it (RFC 5321 §4.2.1; delivery.md, "Rates")."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from members.delivery.rules.states import DeliveryState

GIVE_UP_AFTER = timedelta(hours=48)
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=4)
FIRST_CLOSURE = timedelta(minutes=1)
SERVICE_CLOSING = 421
# A sender takes no more at once than leaves within five seconds, so that a slow rate is shared by all.
SECONDS_OF_RATE = 5


@dataclass(frozen=True, kw_only=True)
class Reply:
    """`code` is 0 when the line was lost before a whole reply came."""

    code: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.text}".strip()[:500]


LOST = Reply(code=0, text="The connection was lost.")


class Verdict(StrEnum):
    """What becomes of the mail."""

    ACCEPTED = DeliveryState.ACCEPTED
    DEFERRED = DeliveryState.DEFERRED
    REFUSED = DeliveryState.REFUSED
    UNCERTAIN = DeliveryState.UNCERTAIN


def verdict_of(reply: Reply) -> Verdict:
    """For a reply to the dot. Before the dot nothing is ever uncertain: use `verdict_before_the_dot`."""
    if 200 <= reply.code < 300:
        return Verdict.ACCEPTED
    if reply.code == 0:
        return Verdict.UNCERTAIN
    return verdict_before_the_dot(reply)


def verdict_before_the_dot(reply: Reply) -> Verdict:
    """A loss here is certain: the relay must throw away what has no dot (RFC 5321 §4.1.1.10)."""
    return Verdict.REFUSED if 500 <= reply.code < 600 else Verdict.DEFERRED


def retry_after(*, attempts: int, chance: float) -> timedelta:
    """5 min · 2^attempts · (.75 … 1.25), at most 4 hours; `chance` is drawn from [0, 1)."""
    doubled = min(FIRST_WAIT * 2 ** min(attempts, 20), LONGEST_WAIT)
    return min(doubled * (0.75 + chance / 2), LONGEST_WAIT)


def share_of(rate: float, *, most: int) -> int:
    """How many mails a sender claims at once, at `rate` a second; 0 is no limit."""
    return min(most, max(1, int(rate * SECONDS_OF_RATE))) if rate else most


def closure(*, strikes: int) -> timedelta:
    """How long a gate stays shut after the relay said 421 or could not be reached `strikes` times running."""
    return min(FIRST_CLOSURE * 2 ** min(strikes, 20), LONGEST_WAIT)
