"""Shutting the gate for a while when the relay has had enough, instead of failing mail after mail."""

from datetime import datetime, timedelta

from members.delivery.models import Gate
from members.delivery.rules.replies import closure

EVERYBODY = "all"


def reserve(n: int, *, rate: float, now: datetime) -> datetime:
    """When the first of `n` mails may leave, so that all senders together keep to `rate` a second."""
    if not rate:
        return now
    Gate.objects.get_or_create(name=EVERYBODY)
    gate = Gate.objects.select_for_update().get(name=EVERYBODY)
    starts_at = max(gate.next_at or now, now)
    gate.next_at = starts_at + timedelta(seconds=n / rate)
    gate.save(update_fields=["next_at"])
    return starts_at


def shut_gate(now: datetime) -> None:
    """1 min · 2^k, for the k-th time running."""
    gate, _is_new = Gate.objects.get_or_create(name=EVERYBODY)
    gate.closed_until = now + closure(strikes=gate.strikes)
    gate.strikes += 1
    gate.save(update_fields=["closed_until", "strikes"])


def shut_gate_for(pause: timedelta, *, now: datetime) -> None:
    Gate.objects.update_or_create(name=EVERYBODY, defaults={"closed_until": now + pause})


def forget_strikes() -> None:
    Gate.objects.filter(name=EVERYBODY, strikes__gt=0).update(strikes=0)
