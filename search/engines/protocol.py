"""What an engine can do, whichever it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from search.language.lexicon import Concept
from search.rules.documents import Document
from search.rules.questions import Completion, Health, Hit, Query, Result


class SearchUnavailable(Exception):
    """The engine cannot answer now; the text says why, for whoever runs the site."""


class SearchEngine(Protocol):
    """Versions are built beside the live one: `prepare`, `index` (into it), `activate`. Without `version`, the live
    one is meant. `sequence` is the journal's number of the change: an older one never overwrites a newer one.

    Each call that reads adds the filter on `audience` itself. SearchUnavailable when it cannot answer.
    """

    name: str

    def prepare(self, version: str) -> None: ...

    def index(self, documents: Iterable[Document], *, sequence: int, version: str = "") -> int: ...

    def delete(self, ids: Iterable[str], *, sequence: int) -> None: ...

    def offer(self, labels: Iterable[tuple[str, Completion]], *, version: str = "") -> None:
        """Facet labels for completion, each with a key of its own; everybody may see them."""
        ...

    def teach(self, concepts: Iterable[Concept], *, version: str) -> None:
        """What is called so in several languages: the version learns to look across them. Before `activate`."""
        ...

    def activate(self, version: str) -> None: ...

    def discard(self, version: str) -> None:
        """Removes a version and all that was learnt with it, live or not."""
        ...

    def search(self, query: Query) -> Result: ...

    def complete(self, prefix: str, *, language: str, audience: Sequence[str], limit: int = 8) -> list[Completion]: ...

    def similar(self, document: Document, *, audience: Sequence[str], limit: int = 3) -> list[Hit]: ...

    def health(self) -> Health: ...
