"""What happens to one mail between the claim and the settle; every step is a conditional update (delivery.md)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F

from members.delivery.actions.flushing import flushed, unhurried
from members.delivery.actions.gates import reserve
from members.delivery.actions.numbers import renew_lease
from members.delivery.actions.reporting import stop_streams
from members.delivery.actions.tallying import add_to_tally
from members.delivery.managers import DeliveryQuerySet
from members.delivery.models import Delivery, Dispatch, Sender
from members.delivery.rules import (
    DeliveryState,
    DispatchState,
    FeedbackKind,
    Reply,
    Report,
    Verdict,
    retry_after,
)
from members.delivery.rules.replies import GIVE_UP_AFTER, SERVICE_CLOSING, share_of

CLAIM_SIZE = 25


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What a sender claimed, and when each of it may leave."""

    rows: list[Delivery]
    starts_at: datetime
    rate: float

    def __iter__(self) -> Iterator[tuple[Delivery, datetime]]:
        for number, row in enumerate(self.rows):
            yield row, self.starts_at + timedelta(seconds=number / self.rate if self.rate else 0)


@dataclass(frozen=True, kw_only=True)
class Hand:
    """A sender's hold on its claim; `chance` spreads the retries."""

    sender: Sender
    chance: random.Random = field(default_factory=random.Random)

    def claim(self, now: datetime, *, rate: float = 0) -> "Batch":
        """At most 25 that are due, the oldest first, and no more than the rate lets go soon; nobody else gets these."""
        with flushed():
            waiting = (
                Delivery.objects.due(now).order_by("due_at", "pk").select_for_update(skip_locked=True, of=("self",))
            )
            chosen = [row.pk for row in waiting[: share_of(rate, most=CLAIM_SIZE)]]
            claimed = Delivery.objects.filter(pk__in=chosen)
            claimed.update(state=DeliveryState.CLAIMED, sender=self.sender.number, claim=self.sender.claim)
            starts_at = reserve(len(chosen), rate=rate, now=now) if chosen else now
            renew_lease(self.sender, now=now)
        rows = list(claimed.select_related("dispatch").order_by("due_at", "pk"))
        return Batch(rows=rows, starts_at=starts_at, rate=rate)

    def mark(self, delivery: Delivery, *, now: datetime) -> bool:
        """Committed and flushed before the dot leaves: whoever finds it later knows that it may have gone."""
        mine = Delivery.objects.filter(pk=delivery.pk, claim=self.sender.claim, state=DeliveryState.CLAIMED)
        with flushed():
            marked = mine.allowed_for(delivery.dispatch.stream).update(
                state=DeliveryState.SUBMITTING, attempts=F("attempts") + 1, submitted_at=now
            )
        return bool(marked)

    def settle(self, delivery: Delivery, verdict: Verdict, reply: Reply, *, now: datetime) -> None:
        if verdict is not Verdict.DEFERRED:
            self._close(delivery, DeliveryState(verdict.value), reply=str(reply), now=now)
        elif is_too_old(delivery, now=now):
            self._close(delivery, DeliveryState.REFUSED, reply=f"Given up after two days: {reply}", now=now)
        else:
            self._defer(delivery, reply, now=now)

    def step_aside(self, delivery: Delivery, *, now: datetime) -> None:
        """The mark found a reason not to send: say which."""
        state = Dispatch.objects.values_list("state", flat=True).get(pk=delivery.dispatch_id)
        if state == DispatchState.SENDING:
            self._close(delivery, DeliveryState.SUPPRESSED, reply="The reader stopped this stream.", now=now)
        elif state == DispatchState.CANCELLED:
            self._close(delivery, DeliveryState.CANCELLED, reply="The dispatch was cancelled.", now=now)
        else:
            self.give_back()

    def give_back(self) -> None:
        """What was claimed and not marked: certain not to have left."""
        left = Delivery.objects.filter(claim=self.sender.claim, state=DeliveryState.CLAIMED)
        left.update(state=DeliveryState.PENDING, sender=None, claim=None)

    def _defer(self, delivery: Delivery, reply: Reply, *, now: datetime) -> None:
        row = Delivery.objects.in_hand_of(self.sender.claim).filter(pk=delivery.pk)
        with unhurried():
            # The mark counts an attempt; one that ended before the mark is counted here, a closing service never.
            if reply.code != SERVICE_CLOSING:
                row.filter(state=DeliveryState.CLAIMED).update(attempts=F("attempts") + 1)
            row.update(state=DeliveryState.DEFERRED, reply=str(reply), due_at=now + self._wait(delivery))
            renew_lease(self.sender, now=now)

    def _wait(self, delivery: Delivery) -> timedelta:
        return retry_after(attempts=delivery.attempts, chance=self.chance.random())

    def _close(self, delivery: Delivery, state: DeliveryState, *, reply: str, now: datetime) -> None:
        """One of the final states, or uncertain; a late answer still clears a doubt of the same claim."""
        told = {"state": state, "reply": reply[:500], "settled_at": now}
        with unhurried():
            if Delivery.objects.in_hand_of(self.sender.claim).filter(pk=delivery.pk).update(**told):
                self._count(delivery, state, n=1)
                if state is DeliveryState.REFUSED:
                    _stop_dead_address(delivery, reply=reply, now=now)
            elif state == DeliveryState.ACCEPTED and self._doubted(delivery).update(**told):
                self._count(delivery, DeliveryState.UNCERTAIN, n=-1)
                self._count(delivery, state, n=1)
            renew_lease(self.sender, now=now)

    def _doubted(self, delivery: Delivery) -> DeliveryQuerySet:
        return Delivery.objects.filter(pk=delivery.pk, claim=self.sender.claim, state=DeliveryState.UNCERTAIN)

    def _count(self, delivery: Delivery, state: DeliveryState, *, n: int) -> None:
        add_to_tally(delivery.dispatch_id, sender=self.sender.number, state=state, n=n)


def _stop_dead_address(delivery: Delivery, *, reply: str, now: datetime) -> None:
    """A relay that knows at once that nobody lives there says what a report would say later."""
    report = Report(uid=delivery.uid, kind=FeedbackKind.BOUNCED, event_id="", detail=reply)
    stop_streams(delivery, report, now=now)


def is_too_old(delivery: Delivery, *, now: datetime) -> bool:
    frozen_at = delivery.dispatch.frozen_at
    return frozen_at is not None and now - frozen_at >= GIVE_UP_AFTER
