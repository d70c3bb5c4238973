"""A sender's number: held by an advisory lock that the machine drops when the process dies, whatever kills it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection
from django.db.models import F

from members.delivery.actions.flushing import flushed
from members.delivery.actions.tallying import add_to_tally
from members.delivery.models import Delivery, Sender
from members.delivery.rules import DeliveryState

LEASE = timedelta(minutes=15)
# "PLNY": our corner of PostgreSQL's advisory locks.
LOCK_CLASS = 0x504C4E59


@contextmanager
def sender_number(now: datetime) -> Iterator[Sender]:
    """The first free number, with a fresh claim, after what dead senders left was put right."""
    with _first_free_lock() as number:
        recover_dead_senders(now, mine=number)
        yield _take(number, now=now)


def recover_dead_senders(now: datetime, *, mine: int) -> None:
    _recover(mine)
    for sender in Sender.objects.exclude(number=mine):
        with _lock(sender.number) as is_free:
            if is_free or sender.lease_until < now:
                _recover(sender.number)


def renew_lease(sender: Sender, *, now: datetime) -> None:
    sender.lease_until = now + LEASE
    sender.save(update_fields=["lease_until"])


def _take(number: int, *, now: datetime) -> Sender:
    fresh: dict[str, UUID | datetime] = {"claim": uuid4(), "lease_until": now + LEASE}
    sender, _is_new = Sender.objects.update_or_create(number=number, defaults=fresh)
    return sender


def _recover(number: int) -> None:
    """Submitted without an answer: in doubt, and named. Only claimed: nothing left, so it goes back."""
    with flushed():
        left = Delivery.objects.select_for_update().filter(sender=number)
        for delivery in left.filter(state=DeliveryState.SUBMITTING):
            left.filter(pk=delivery.pk).update(
                state=DeliveryState.UNCERTAIN, settled_at=F("submitted_at"), reply="The sender died before the answer."
            )
            add_to_tally(delivery.dispatch_id, sender=number, state=DeliveryState.UNCERTAIN)
        left.filter(state=DeliveryState.CLAIMED).update(state=DeliveryState.PENDING, sender=None, claim=None)


@contextmanager
def _first_free_lock() -> Iterator[int]:
    for number in count(1):
        with _lock(number) as is_mine:
            if is_mine:
                yield number
                return


@contextmanager
def _lock(number: int) -> Iterator[bool]:
    with _advisory_lock(number) if connection.vendor == "postgresql" else _file_lock(number) as is_mine:
        yield is_mine


@contextmanager
def _advisory_lock(number: int) -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK_CLASS, number])
        is_mine = bool(cursor.fetchone()[0])
    try:
        yield is_mine
    finally:
        if is_mine and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK_CLASS, number])


@contextmanager
def _file_lock(number: int) -> Iterator[bool]:
    path = _lock_folder() / f"sender-{number}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(handle)


def _lock_folder() -> Path:
    """Beside the database, so that all its senders meet there; a database in memory has one process only."""
    name = str(connection.settings_dict["NAME"])
    is_in_memory = ":memory:" in name or "mode=memory" in name
    return Path(settings.MAIL_DIR) if is_in_memory else Path(name).parent / "senders"
