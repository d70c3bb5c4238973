"""Several writers at the same moment, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from governance.ledger.actions import append
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from tests.factories.ledger import NOON

pytestmark = pytest.mark.django_db(transaction=True)


def write(place: int) -> int:
    try:
        return append("noted", body={"writer": place}, now=NOON).n
    finally:
        connections.close_all()


def test_writers_at_once_keep_an_unbroken_chain() -> None:
    if isinstance(connection, SQLite) and connection.is_in_memory_db():
        pytest.skip("SQLite in memory has one connection; PostgreSQL and a file run this")

    with ThreadPoolExecutor(max_workers=4) as pool:
        numbers = list(pool.map(write, range(12)))

    assert sorted(numbers) == list(range(12))
    assert (verify().holds, Entry.objects.count()) == (True, 12)
