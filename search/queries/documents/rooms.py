"""A room holds one source of documents: which there are, what an index gets of each, what a reader sees of a hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from cms.languages import TranslatedText
from members.accounts.models import User
from search.queries.documents.trees import Privacy, privacy, tokens_of
from search.rules import audiences
from search.rules.documents import Document
from search.rules.kinds import Source

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is shown of a hit: the words of its document, and who, where, when, in which state, where there is one."""

    document: Document
    address: str
    at: date | datetime | None = None
    who: tuple[str, ...] = ()
    where: TranslatedText | str = ""
    state: str = ""
    group: TranslatedText | str = ""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who asks, and for which day. What the tree's restrictions make of them is asked once for all rooms."""

    user: User
    on: date

    @cached_property
    def privacy(self) -> Privacy:
        return privacy()

    @cached_property
    def tokens(self) -> frozenset[str]:
        return frozenset({audiences.ANYONE, *tokens_of(self.user, here=self.privacy)})


@dataclass(frozen=True, kw_only=True)
class Room:
    """`all_keys` of everything that somebody may find; `documents` and `lines` of some of them, in a constant number of
    queries. `lines` has those that this reader may see on that day, asked of the database."""

    all_keys: Callable[[], Iterable[str]]
    documents: Callable[[Sequence[str]], Iterable[Document]]
    lines: Callable[[Sequence[str], Reader], dict[str, Line]]


@dataclass(frozen=True, kw_only=True)
class Rows(Generic[M]):
    """A source whose documents are the rows of one model, known by their primary key.

    `rows` selects what a document and a line need; `seen` narrows them to a reader's; `document` and `line` make one.
    """

    source: Source
    rows: Callable[[], QuerySet[M]]
    seen: Callable[[QuerySet[M], User, date], QuerySet[M]]
    document: Callable[[M], Document]
    line: Callable[[M, Document], Line]

    def all_keys(self) -> list[str]:
        found: QuerySet[Any, Any] = self.rows().order_by("pk").values_list("pk", flat=True)
        return [str(key) for key in found]

    def documents(self, keys: Sequence[str]) -> Iterator[Document]:
        for row in self.rows().filter(pk__in=keys).order_by("pk"):
            yield self.document(row)

    def lines(self, keys: Sequence[str], reader: Reader) -> dict[str, Line]:
        found = self.seen(self.rows().filter(pk__in=keys), reader.user, reader.on)
        return {str(row.pk): self.line(row, self.document(row)) for row in found}

    @property
    def room(self) -> Room:
        return Room(all_keys=self.all_keys, documents=self.documents, lines=self.lines)
