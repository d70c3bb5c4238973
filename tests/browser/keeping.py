"""Rows of both databases, kept once and put back whole: quicker than building the same network again."""

import sqlite3
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.models.settings import REMEMBERED

Rows = dict[str, bytes]
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"


@dataclass(frozen=True)
class SqliteCopy:
    """A database in a file, as a database in memory."""

    kept: sqlite3.Connection

    @classmethod
    def of(cls, connection: BaseDatabaseWrapper) -> "SqliteCopy":
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.ensure_connection()
        connection.connection.backup(kept)
        return cls(kept)

    def put_back(self, connection: BaseDatabaseWrapper) -> None:
        connection.ensure_connection()
        self.kept.backup(connection.connection)


@dataclass(frozen=True)
class PostgresCopy:
    """The rows of every table as COPY writes them, and where every sequence stands."""

    rows: Rows
    sequences: dict[str, int]

    @classmethod
    def of(cls, connection: BaseDatabaseWrapper) -> "PostgresCopy":
        rows = {}
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                with cursor.copy(f'COPY "{table}" TO STDOUT') as copied:
                    rows[table] = b"".join(bytes(part) for part in copied)
            cursor.execute(SEQUENCES)
            return cls(rows, dict(cursor.fetchall()))

    def put_back(self, connection: BaseDatabaseWrapper) -> None:
        """Triggers and keys look away: these rows have passed them once."""
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("TRUNCATE " + ", ".join(f'"{table}"' for table in self.rows))
            for table, rows in self.rows.items():
                with cursor.copy(f'COPY "{table}" FROM STDIN') as copied:
                    copied.write(rows)
            for sequence, value in self.sequences.items():
                cursor.execute("SELECT setval(%s, %s)", [f'"{sequence}"', value])


Kept = dict[str, SqliteCopy | PostgresCopy]


def keep() -> Kept:
    """What both databases hold now."""
    return {one.alias: (SqliteCopy if one.vendor == "sqlite" else PostgresCopy).of(one) for one in connections.all()}


def put_back(kept: Kept) -> None:
    """What was kept, and nothing that a process remembers of the rows before it."""
    for alias, copy in kept.items():
        copy.put_back(connections[alias])
    ContentType.objects.clear_cache()
    cache.delete(REMEMBERED)


def empty() -> None:
    """No row but those that every migration run leaves behind."""
    for alias in connections:
        call_command("flush", verbosity=0, interactive=False, database=alias, allow_cascade=True)
