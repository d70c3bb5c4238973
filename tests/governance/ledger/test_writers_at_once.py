"""Several writers at the same moment, each on a connection of its own."""

from functools import partial

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from governance.ledger.actions import append
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from tests.at_once import at_once
from tests.factories.ledger import NOON

pytestmark = pytest.mark.django_db(transaction=True)


WRITERS = 8


def write(place: int) -> int:
    return append("noted", body={"writer": place}, now=NOON).n


def test_writers_at_once_keep_an_unbroken_chain() -> None:
    if isinstance(connection, SQLite) and connection.is_in_memory_db():
        pytest.skip("SQLite in memory has one connection; PostgreSQL and a file run this")

    numbers = at_once(*(partial(write, place) for place in range(WRITERS)))

    assert sorted(numbers) == list(range(WRITERS))
    assert (verify().holds, Entry.objects.count()) == (True, WRITERS)
