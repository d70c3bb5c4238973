"""Measuring a collection through the site's own search, apart from the live index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from time import perf_counter

from search.engines.protocol import SearchEngine
from search.language.lexicon import Concept
from search.rules.collections import Collection
from search.rules.measures import average_precision, ndcg, percentile, recall, reciprocal_rank
from search.rules.questions import Query

VERSION = "evaluation"
DEPTH = 100

Figures = dict[str, float | int | str]


def evaluate(engine: SearchEngine, collection: Collection, concepts: Iterable[Concept] = ()) -> Figures:
    """Index, ask everything, and say how good and how fast it was; times in milliseconds of one search each. What was
    built for it is taken away again."""
    engine.prepare(VERSION)
    try:
        build(engine, collection, concepts)
        figures = measured(engine, collection)
    finally:
        engine.discard(VERSION)
    return {
        "ndcg@10": mean(figures["ndcg"]),
        "mrr@10": mean(figures["mrr"]),
        "recall@100": mean(figures["recall"]),
        "map": mean(figures["map"]),
        "p50_ms": round(percentile(figures["ms"], 0.5), 2),
        "p95_ms": round(percentile(figures["ms"], 0.95), 2),
        "documents": len(collection.documents),
        "queries": len(figures["ms"]),
        "engine": engine.name,
    }


def build(engine: SearchEngine, collection: Collection, concepts: Iterable[Concept]) -> None:
    engine.index(collection.documents, sequence=0, version=VERSION)
    engine.teach(concepts, version=VERSION)
    engine.activate(VERSION)


def measured(
    engine: SearchEngine, collection: Collection, off: frozenset[str] = frozenset()
) -> defaultdict[str, list[float]]:
    """By figure, its value for each query that has anything to find; `off` as in Query."""
    figures: defaultdict[str, list[float]] = defaultdict(list)
    for question in collection.judged:
        grades = collection.grades[question.id]
        start = perf_counter()
        result = engine.search(Query(text=question.text, language=question.language, size=DEPTH, off=off))
        figures["ms"].append((perf_counter() - start) * 1000)
        ranked = [hit.id for hit in result.hits]
        figures["ndcg"].append(ndcg(ranked, grades, 10))
        figures["mrr"].append(reciprocal_rank(ranked, grades, 10))
        figures["recall"].append(recall(ranked, grades, DEPTH))
        figures["map"].append(average_precision(ranked, grades))
    return figures


def mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0
