"""What happens to one mail between the claim and the settle; every step is a conditional update (delivery.md)."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F

from members.delivery.actions.flushing import flushed, unhurried
from members.delivery.actions.numbers import renew_lease
from members.delivery.actions.tallying import add_to_tally
from members.delivery.managers import DeliveryQuerySet
from members.delivery.models import Delivery, Dispatch, Sender
from members.delivery.rules import DeliveryState, DispatchState, Reply, Verdict, retry_after
from members.delivery.rules.replies import GIVE_UP_AFTER, SERVICE_CLOSING

CLAIM_SIZE = 25


@dataclass(frozen=True, kw_only=True)
class Hand:
    """A sender's hold on its claim; `chance` spreads the retries."""

    sender: Sender
    chance: random.Random = field(default_factory=random.Random)

    def claim(self, now: datetime) -> list[Delivery]:
        """At most 25 that are due, the oldest first; nobody else gets these."""
        with flushed():
            waiting = Delivery.objects.due(now).order_by("due_at", "pk")
            chosen = [row.pk for row in waiting.select_for_update(skip_locked=True, of=("self",))[:CLAIM_SIZE]]
            claimed = Delivery.objects.filter(pk__in=chosen)
            claimed.update(state=DeliveryState.CLAIMED, sender=self.sender.number, claim=self.sender.claim)
            renew_lease(self.sender, now=now)
        return list(claimed.select_related("dispatch").order_by("due_at", "pk"))

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
            elif state == DeliveryState.ACCEPTED and self._doubted(delivery).update(**told):
                self._count(delivery, DeliveryState.UNCERTAIN, n=-1)
                self._count(delivery, state, n=1)
            renew_lease(self.sender, now=now)

    def _doubted(self, delivery: Delivery) -> DeliveryQuerySet:
        return Delivery.objects.filter(pk=delivery.pk, claim=self.sender.claim, state=DeliveryState.UNCERTAIN)

    def _count(self, delivery: Delivery, state: DeliveryState, *, n: int) -> None:
        add_to_tally(delivery.dispatch_id, sender=self.sender.number, state=state, n=n)


def is_too_old(delivery: Delivery, *, now: datetime) -> bool:
    frozen_at = delivery.dispatch.frozen_at
    return frozen_at is not None and now - frozen_at >= GIVE_UP_AFTER
