"""The Wagtail admin's own search: the database, with what was typed taken as words and nothing else.

Wagtail's SQLite backend hands a double quote to FTS5's parser, which answers 500 (upstream 13227), and ranking makes it
slow by a correlated subquery a row (traps.md).
"""

from __future__ import annotations

import re
from typing import Any

from wagtail.search.backends import database
from wagtail.search.query import And, Boost, Not, Or, Phrase, PlainText

# FTS5's operators; letters, digits and spaces in any script remain.
SYNTAX = re.compile(r"[^\w\s]+")


def words(text: str) -> str:
    return SYNTAX.sub(" ", text).strip()


def plain(query: Any) -> Any:
    """The same query with every text reduced to its words; an empty text finds nothing."""
    if isinstance(query, str):
        return words(query)
    if isinstance(query, PlainText):
        text = words(query.query_string)
        return PlainText(text, operator=query.operator) if text else ""
    if isinstance(query, Phrase):
        return Phrase(words(query.query_string))
    if isinstance(query, And | Or):
        return type(query)([plain(part) for part in query.subqueries])
    if isinstance(query, Not):
        return Not(plain(query.subquery))
    if isinstance(query, Boost):
        return Boost(plain(query.subquery), query.boost)
    return query


class SearchBackend:
    """Stands before the backend that Wagtail chooses for the database, and passes everything else on."""

    def __init__(self, params: dict[str, Any]) -> None:
        self.behind: Any = database.SearchBackend(params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return self.behind.search(plain(query), *args, **{**kwargs, "order_by_relevance": False})

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return self.behind.autocomplete(plain(query), *args, **{**kwargs, "order_by_relevance": False})
