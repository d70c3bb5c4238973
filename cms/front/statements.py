"""Every connection's statements pass here: writes are counted in their own transaction, reads are heard by a page."""

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from cms.front import generation
from cms.front.hearing import heard
from cms.front.tables import Effect, effect_of

Execute = Callable[[str, Any, Any, dict[str, Any]], Any]


def counted() -> None:
    """Called after the commit. While it waits for that, this transaction is counted; a rollback takes it away."""
    generation.watch.expire()


def counted_hard() -> None:
    generation.watch.expire()


MARKS: dict[Effect, tuple[tuple[Callable[[], None], int], ...]] = {
    Effect.CHANGED: ((counted, 0),),
    Effect.CHANGED_HARD: ((counted, 0), (counted_hard, generation.SLOTS)),
}


class Statements:
    """The wrapper of one connection (Django's `execute_wrappers`)."""

    def __init__(self) -> None:
        self.is_there = False

    def __call__(self, execute: Execute, sql: str, params: Any, many: Any, context: dict[str, Any]) -> Any:
        effect = effect_of(str(sql))
        if effect is Effect.READ:
            heard(context["connection"].alias, sql, params)
        if effect is Effect.SCHEMA:
            self.is_there = False
        if effect is Effect.UNDONE:
            forget_marks(context["connection"])
        if effect not in MARKS or not self._counts(context["connection"]):
            return execute(sql, params, many, context)
        return self._counting(effect, lambda: execute(sql, params, many, context), context)

    def _counts(self, connection: BaseDatabaseWrapper) -> bool:
        """Only the database that pages are made of; the ballot box has none, and leaves no trace elsewhere."""
        if connection.alias != DEFAULT_DB_ALIAS:
            return False
        self.is_there = self.is_there or generation.is_there(connection)
        return self.is_there

    def _counting(self, effect: Effect, execute: Callable[[], Any], context: dict[str, Any]) -> Any:
        connection = context["connection"]
        if connection.in_atomic_block or not connection.get_autocommit():
            count(connection, effect)
            return execute()
        with transaction.atomic(using=connection.alias):
            count(connection, effect)
            result = execute()
            hold_rows(context["cursor"], connection)
            return result


def count(connection: BaseDatabaseWrapper, effect: Effect) -> None:
    """Once a transaction. Django forgets the mark with the savepoint that it was made in, as the database does."""
    marked = [entry[1] for entry in connection.run_on_commit]
    for mark, first in MARKS[effect]:
        if mark not in marked:
            generation.add(connection, first=first)
            if connection.in_atomic_block:
                transaction.on_commit(mark, using=connection.alias)


def forget_marks(connection: BaseDatabaseWrapper) -> None:
    """A savepoint that was made by hand takes its writes with it, and Django keeps the marks made in it."""
    connection.run_on_commit = [entry for entry in connection.run_on_commit if entry[1] not in (counted, counted_hard)]


class Held:
    """Rows of INSERT … RETURNING: SQLite cannot commit while they are being read, so they are read before."""

    def __init__(self, cursor: Any) -> None:
        self._cursor, self._rows = cursor, iter(cursor.fetchall())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def __iter__(self) -> Any:
        return self._rows

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[Any]:
        return [row for row, _ in zip(self._rows, range(size), strict=False)]

    def fetchall(self) -> list[Any]:
        return list(self._rows)


def hold_rows(cursor: Any, connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "sqlite" and cursor.description is not None:
        cursor.cursor = Held(cursor.cursor)


def listen(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """In front of the others: who wraps a connection for a while takes away the last wrapper when done."""
    if not any(isinstance(wrapper, Statements) for wrapper in connection.execute_wrappers):
        connection.execute_wrappers.insert(0, Statements())


def listen_to_every_connection() -> None:
    connection_created.connect(listen, dispatch_uid="cms.front")
