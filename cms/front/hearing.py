"""What a page asked the database, and whether the answers are still the same."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

from cms.front.tables import reads_unwatched


class Question(NamedTuple):
    sql: str
    params: Any


# A memo that the page used: asks it for its digest as it is now.
Witness = Callable[[], bytes]


@dataclass
class Hearing:
    """All that was asked in this thread while it was open."""

    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    witnesses: dict[Witness, bytes] = field(default_factory=dict)
    provable: bool = True

    def hear(self, alias: str, sql: str, params: Any) -> None:
        if alias != DEFAULT_DB_ALIAS or reads_unwatched(sql):
            self.provable = False
        self.questions.setdefault((sql, repr(params)), Question(sql, params))


@dataclass(frozen=True, slots=True)
class Proof:
    """What was asked, and the digest of the answers. It holds as long as asking again gives the same."""

    questions: tuple[Question, ...]
    digest: bytes
    witnesses: tuple[tuple[Witness, bytes], ...] = ()

    @classmethod
    def of(cls, hearing: Hearing) -> "Proof":
        """Asks everything once more: what was rendered was fetched by others."""
        questions = tuple(hearing.questions.values())
        return cls(questions=questions, digest=digest_of(questions), witnesses=tuple(hearing.witnesses.items()))

    def holds(self) -> bool:
        return all(witness() == said for witness, said in self.witnesses) and digest_of(self.questions) == self.digest

    @property
    def whole(self) -> bytes:
        """Of the answers, and of all that the memos said."""
        return b"".join((self.digest, *(said for _witness, said in self.witnesses)))

    @property
    def size(self) -> int:
        return sum(len(question.sql) for question in self.questions) + 200 * len(self.questions)


def digest_of(questions: Iterable[Question]) -> bytes:
    """Without the ORM: SQL and rows alone."""
    digest = blake2b(digest_size=16)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        for sql, params in questions:
            cursor.execute(sql, params)
            for row in cursor.fetchall():
                digest.update(repr(plain(row)).encode())
            digest.update(b"\0")
    return digest.digest()


def plain(row: Any) -> Any:
    """PostgreSQL's bytes would be written as an address in memory."""
    if any(isinstance(value, memoryview) for value in row):
        return [bytes(value) if isinstance(value, memoryview) else value for value in row]
    return row


_open = threading.local()


def heard(alias: str, sql: str, params: Any) -> None:
    hearing = getattr(_open, "hearing", None)
    if hearing is not None:
        hearing.hear(alias, str(sql), params)


def used(witness: Witness, digest: bytes) -> None:
    """The page shows what a memo remembers: it is as fresh as the memo."""
    hearing = getattr(_open, "hearing", None)
    if hearing is not None:
        hearing.witnesses[witness] = digest


def unprovable() -> None:
    """The page shows what no SQL can prove."""
    hearing = getattr(_open, "hearing", None)
    if hearing is not None:
        hearing.provable = False


def is_open() -> bool:
    return getattr(_open, "hearing", None) is not None


@contextmanager
def hearing() -> Iterator[Hearing]:
    """What is asked inside is heard by the innermost alone."""
    outer = getattr(_open, "hearing", None)
    _open.hearing = mine = Hearing()
    try:
        yield mine
    finally:
        _open.hearing = outer


@contextmanager
def unheard() -> Iterator[None]:
    """For questions that decide nothing of what the page shows: those of a proof, a count of who asked."""
    outer = getattr(_open, "hearing", None)
    _open.hearing = None
    try:
        yield
    finally:
        _open.hearing = outer
