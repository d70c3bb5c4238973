"""What can happen to the ledger: it grows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from governance.ledger.models import Entry
from governance.ledger.rules import NOTHING_BEFORE, Line, hash_of

# One key for all writers; the number itself says nothing (it spells "ledger" in ASCII).
ADVISORY_LOCK = 0x6C6564676572


@transaction.atomic
def append(kind: str, *, body: Mapping[str, Any], now: datetime) -> Entry:
    """The next entry, chained to the one before it; NotCanonical when `body` holds floats, nulls or booleans.

    Belongs inside the caller's transaction, so that what happened and its entry stand or fall together.
    """
    _wait_for_other_writers()
    last = Entry.objects.order_by("-n").first()
    line = Line(
        n=last.n + 1 if last else 0,
        at=now.replace(microsecond=0),
        kind=kind,
        body=body,
        previous=last.hash if last else NOTHING_BEFORE,
    )
    return Entry.objects.create(
        n=line.n, at=line.at, kind=kind, body=dict(body), previous=line.previous, hash=hash_of(line)
    )


def _wait_for_other_writers() -> None:
    """PostgreSQL: a lock until the transaction ends. SQLite's transactions are IMMEDIATE: one writer at a time."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
