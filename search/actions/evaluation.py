"""Measuring a collection through the site's own search, apart from the live index."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from search.engines.protocol import SearchEngine
from search.rules.documents import Document, Passage
from search.rules.measures import Grades, average_precision, ndcg, percentile, recall, reciprocal_rank
from search.rules.questions import Query

VERSION = "evaluation"
DEPTH = 100


@dataclass(frozen=True, kw_only=True)
class Collection:
    """`queries` are (id, language, text); `grades` by query, then by document."""

    documents: list[Document]
    queries: list[tuple[str, str, str]]
    grades: dict[str, Grades]


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def read_collection(folder: Path) -> Collection:
    """docs.jsonl: id, language, title, text; queries.jsonl: id, language, text; qrels.tsv: query, document, grade."""
    documents = [
        Document(
            id=str(item["id"]),
            number=number,
            passages=(Passage(language=item["language"], title=item.get("title", ""), text=item["text"]),),
        )
        for number, item in enumerate(lines(folder / "docs.jsonl"))
    ]
    queries = [(str(item["id"]), item["language"], item["text"]) for item in lines(folder / "queries.jsonl")]
    grades: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        grades[query][document] = int(grade)
    return Collection(documents=documents, queries=queries, grades=dict(grades))


def evaluate(engine: SearchEngine, folder: Path) -> dict[str, float | int | str]:
    """Index, ask everything, and say how good and how fast it was; times in milliseconds of one search each."""
    collection = read_collection(folder)
    engine.prepare(VERSION)
    engine.index(collection.documents, sequence=0, version=VERSION)
    engine.activate(VERSION)
    figures = measured(engine, collection)
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


def measured(engine: SearchEngine, collection: Collection) -> defaultdict[str, list[float]]:
    """By figure, its value for each query that has anything to find."""
    figures: defaultdict[str, list[float]] = defaultdict(list)
    for key, language, text in collection.queries:
        grades = collection.grades.get(key, {})
        if not any(grades.values()):
            continue
        start = perf_counter()
        ranked = [hit.id for hit in engine.search(Query(text=text, language=language, size=DEPTH)).hits]
        figures["ms"].append((perf_counter() - start) * 1000)
        figures["ndcg"].append(ndcg(ranked, grades, 10))
        figures["mrr"].append(reciprocal_rank(ranked, grades, 10))
        figures["recall"].append(recall(ranked, grades, DEPTH))
        figures["map"].append(average_precision(ranked, grades))
    return figures


def mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0
