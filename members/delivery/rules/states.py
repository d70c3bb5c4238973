"""The states of a mail and of the dispatch that it belongs to (delivery.md, "States")."""

from enum import StrEnum


class Stream(StrEnum):
    """Why a mail is sent; a reader stops one stream and keeps the others."""

    ACCOUNT = "account"
    STATUTORY = "statutory"
    BULLETIN = "bulletin"
    GROUP = "group"
    SAVED_SEARCH = "saved_search"

    @property
    def may_be_stopped(self) -> bool:
        """Sign-in codes and convocations reach everybody; the rest is the reader's choice."""
        return self not in (Stream.ACCOUNT, Stream.STATUTORY)


class DispatchState(StrEnum):
    FROZEN = "frozen"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


class DeliveryState(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"
    SUBMITTING = "submitting"
    DEFERRED = "deferred"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    SUPPRESSED = "suppressed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


_S = DeliveryState
WAITING = frozenset({_S.PENDING, _S.DEFERRED})
IN_HAND = frozenset({_S.CLAIMED, _S.SUBMITTING})
# A dispatch with an uncertain mail is not done: a person still has to say what became of it.
OPEN = WAITING | IN_HAND | {_S.UNCERTAIN}
SETTLED = frozenset(_S) - WAITING - IN_HAND
# The relay took these, whatever it told later.
TAKEN = frozenset({_S.ACCEPTED, _S.DELIVERED, _S.BOUNCED, _S.COMPLAINED})

PASSAGES: dict[DeliveryState, frozenset[DeliveryState]] = {
    _S.PENDING: frozenset({_S.CLAIMED}),
    _S.DEFERRED: frozenset({_S.CLAIMED}),
    _S.CLAIMED: frozenset(
        {_S.SUBMITTING, _S.PENDING, _S.SUPPRESSED, _S.CANCELLED, _S.SKIPPED, _S.DEFERRED, _S.REFUSED}
    ),
    _S.SUBMITTING: frozenset({_S.ACCEPTED, _S.DEFERRED, _S.REFUSED, _S.UNCERTAIN}),
    _S.UNCERTAIN: frozenset({_S.ACCEPTED, _S.PENDING, _S.DELIVERED, _S.BOUNCED, _S.COMPLAINED}),
    _S.ACCEPTED: frozenset({_S.DELIVERED, _S.BOUNCED, _S.COMPLAINED}),
    # A reader complains of what was delivered; some systems deliver and bounce all the same.
    _S.DELIVERED: frozenset({_S.BOUNCED, _S.COMPLAINED}),
}


def may_pass(before: DeliveryState, after: DeliveryState) -> bool:
    return after in PASSAGES.get(before, frozenset())
