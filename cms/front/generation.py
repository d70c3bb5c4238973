"""The count of what was written: adding to it, and looking at it."""

import secrets
import threading
from time import monotonic
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

SLOTS = 64
LOOK_EVERY_SECONDS = 0.1

ADD = "UPDATE cms_generation SET n = n + 1 WHERE slot = %s"
# A slot that no other writer holds: to wait for one in the middle of a transaction could end in a deadlock.
ADD_WHERE_FREE = """UPDATE cms_generation SET n = n + 1 WHERE slot = (
    SELECT slot FROM cms_generation WHERE slot >= %s AND slot < %s
    ORDER BY (slot %% 64 = pg_backend_pid() %% 64) DESC LIMIT 1 FOR UPDATE SKIP LOCKED)"""
PLANT = "INSERT INTO cms_generation (slot, n) VALUES (%s, %s) ON CONFLICT (slot) DO UPDATE SET n = cms_generation.n + 1"
LOOK = "SELECT SUM(n), SUM(CASE WHEN slot >= 64 THEN n ELSE 0 END) FROM cms_generation"
IS_THERE = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE name = 'cms_generation'",
    "postgresql": "SELECT 1 WHERE to_regclass('cms_generation') IS NOT NULL",
}


class Age(NamedTuple):
    """How old a page is. Two of the same age were made of the same data."""

    n: int
    hard: int


def add(connection: BaseDatabaseWrapper, *, first: int) -> None:
    """One more in the slots from `first` on, inside the transaction that this connection is in."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(ADD_WHERE_FREE, [first, first + SLOTS])
        else:
            cursor.execute(ADD, [first])
        if cursor.rowcount < 1:
            # The tables were emptied, or 64 others write at once. A number at random repeats no earlier sum.
            cursor.execute(PLANT, [first, secrets.randbits(40)])


def is_there(connection: BaseDatabaseWrapper) -> bool:
    """False while the migrations have not come so far."""
    with connection.cursor() as cursor:
        cursor.execute(IS_THERE[connection.vendor])
        return cursor.fetchone() is not None


def look() -> Age | None:
    """What the count is now. None when the database does not say: then nothing that is kept is fresh."""
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        return _ask(connection)
    except (DatabaseError, InterfaceError):
        if connection.in_atomic_block:
            return None
        connection.close()
    try:
        return _ask(connection)
    except (DatabaseError, InterfaceError):
        return None


def _ask(connection: BaseDatabaseWrapper) -> Age:
    with connection.cursor() as cursor:
        cursor.execute(LOOK)
        total, hard = cursor.fetchone()
    return Age(n=int(total or 0), hard=int(hard or 0))


class Watch:
    """This process's last look, shared by its threads."""

    def __init__(self) -> None:
        self.age: Age | None = None
        self.looked_at = float("-inf")
        self._expired = 0
        self._looking = threading.Lock()

    def current(self) -> Age | None:
        """At most 100 ms old."""
        if monotonic() - self.looked_at < LOOK_EVERY_SECONDS:
            return self.age
        with self._looking:
            if monotonic() - self.looked_at < LOOK_EVERY_SECONDS:
                return self.age
            return self.now()

    def now(self) -> Age | None:
        """As it is at this moment. The time is taken before the question: the answer is never older than it says."""
        asked_at, expired, age = monotonic(), self._expired, look()
        if asked_at >= self.looked_at and expired == self._expired:
            self.age, self.looked_at = age, asked_at
        return age

    def expire(self) -> None:
        """This process changed something: its next reader looks again."""
        self._expired += 1
        self.looked_at = float("-inf")


watch = Watch()
