"""How good a ranking is: nDCG (Järvelin and Kekäläinen 2002), MRR, recall and mean average precision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, log2

Grades = Mapping[str, int]


def gain(ranking: Sequence[int]) -> float:
    return float(sum(grade / log2(place + 2) for place, grade in enumerate(ranking)))


def ndcg(ranked: Sequence[str], grades: Grades, depth: int) -> float:
    ideal = gain(sorted(grades.values(), reverse=True)[:depth])
    return gain([grades.get(item, 0) for item in ranked[:depth]]) / ideal if ideal else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Grades, depth: int) -> float:
    return next((1 / (place + 1) for place, item in enumerate(ranked[:depth]) if grades.get(item, 0) > 0), 0.0)


def recall(ranked: Sequence[str], grades: Grades, depth: int) -> float:
    relevant = {item for item, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:depth])) / len(relevant) if relevant else 0.0


def average_precision(ranked: Sequence[str], grades: Grades) -> float:
    relevant = {item for item, grade in grades.items() if grade > 0}
    seen, total = 0, 0.0
    for place, item in enumerate(ranked, 1):
        if item in relevant:
            seen += 1
            total += seen / place
    return total / len(relevant) if relevant else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest rank: of 100 values, the 95th for .95."""
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)] if ordered else 0.0
