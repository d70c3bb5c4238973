"""Shutting the gate for a while when the relay has had enough, instead of failing mail after mail."""

from datetime import datetime, timedelta

from members.delivery.models import Gate
from members.delivery.rules.replies import closure

EVERYBODY = "all"


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
