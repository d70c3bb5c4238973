"""What the embedded engine's library answers, as the rest of the search knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tantivy

from search.engines.embedded_query import any_of, filter_on, node_query, regrams
from search.engines.ranking import WINDOW, by_score
from search.language.tree import Term
from search.rules.facets import LANGUAGE
from search.rules.questions import Completion, Hit


def occurs(searcher: tantivy.Searcher, terms: Sequence[Term], audience: Sequence[str]) -> bool:
    there = [node_query(term) for term in terms if searcher.doc_freq(term.field, term.token)]
    if not there:
        return False
    query = tantivy.Query.boolean_query([filter_on("audience", audience), (tantivy.Occur.Must, any_of(there))])
    return bool(searcher.search(query, limit=1, count=False).hits)


def hits_of(searcher: tantivy.Searcher, scored: list[tuple[Any, Any]]) -> list[Hit]:
    addresses = [address for _score, address in scored]
    numbers = searcher.fast_field_values("num", addresses)
    return [
        Hit(id=str(searcher.doc(address).get_first("id")), number=int(number or 0), score=float(score or 0))
        for (score, address), number in zip(scored, numbers, strict=True)
    ]


def rescored(searcher: tantivy.Searcher, grams: Sequence[Term], hits: list[Hit]) -> list[Hit]:
    window, rest = hits[:WINDOW], hits[WINDOW:]
    if not grams or not window:
        return hits
    answer = searcher.search(regrams(grams, [hit.number for hit in window]), limit=len(window), count=False).hits
    numbers = searcher.fast_field_values("num", [address for _score, address in answer])
    extra: Mapping[Any, float] = dict(zip(numbers, (score for score, _address in answer), strict=True))
    again = [Hit(id=hit.id, number=hit.number, score=hit.score + extra.get(hit.number, 0.0)) for hit in window]
    return sorted(again, key=by_score) + rest


def buckets(answer: dict[str, Any], name: str) -> dict[str, int]:
    inner = answer.get(name, answer)
    return {str(bucket["key"]): int(bucket["doc_count"]) for bucket in inner["buckets"]}


def completion_of(document: tantivy.Document) -> Completion:
    return Completion(**{name: str(document.get_first(name) or "") for name in ("label", LANGUAGE, "kind", "value")})
