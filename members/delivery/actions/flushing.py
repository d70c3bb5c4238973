"""How hard a commit is: the mark must be on the disk before the dot, a settle may wait for the next mark."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def flushed() -> Iterator[None]:
    """A transaction whose commit survives the loss of power."""
    with _transaction(sqlite="FULL", postgresql="on"):
        yield


@contextmanager
def unhurried() -> Iterator[None]:
    """A transaction whose commit may be lost with the machine: then the row is found in submission and named."""
    with _transaction(sqlite="NORMAL", postgresql="off"):
        yield


@contextmanager
def _transaction(*, sqlite: str, postgresql: str) -> Iterator[None]:
    # SQLite refuses the pragma inside a transaction; only a test's outer one can be open here (durable=True).
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={sqlite}")
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL synchronous_commit = {postgresql}")
        yield
