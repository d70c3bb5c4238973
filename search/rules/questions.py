"""A question to the search, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from search.rules.documents import PUBLIC
from search.rules.facets import COUNTED, Choices

PAGE_SIZE = 10
MOST_HITS = 10_000  # how deep pages go


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    COUNTRY = "country"


@dataclass(frozen=True, kw_only=True)
class Query:
    """`language` is the page's; `audience` the reader's tokens; `off` and `also` the switched chips; `page` from 1;
    `counted` the facets that the page shows.
    """

    text: str = ""
    language: str = "en"
    filters: Choices = field(default_factory=dict)
    audience: tuple[str, ...] = (PUBLIC,)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = PAGE_SIZE
    off: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    counted: tuple[str, ...] = COUNTED

    @property
    def start(self) -> int:
        return (self.page - 1) * self.size


@dataclass(frozen=True, kw_only=True)
class Hit:
    id: str
    number: int
    score: float


@dataclass(frozen=True, kw_only=True)
class Chip:
    """An addition that can be switched off, or one that can be switched on."""

    key: str
    said: str
    meant: str
    language: str
    is_usual: bool
    is_on: bool


@dataclass(frozen=True, kw_only=True)
class Result:
    """`facets`: counts by facet and value, each ignoring its own choice. `corrections`: (typed, searched for).

    `stems` and `folds` are what to mark in the hits; `unknown` the words that occur nowhere; `left_out` how many
    words were too many; `engine` which one answered.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    corrections: tuple[tuple[str, str], ...] = ()
    expansions: tuple[Chip, ...] = ()
    unknown: tuple[str, ...] = ()
    left_out: int = 0
    stems: frozenset[str] = frozenset()
    folds: frozenset[str] = frozenset()
    engine: str = ""


@dataclass(frozen=True, kw_only=True)
class Completion:
    """One line of what is offered while typing. `kind`: title, credit, or a facet's code; `value` its address part."""

    label: str
    language: str
    kind: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Health:
    is_ready: bool
    sentence: str
    documents: int = 0
