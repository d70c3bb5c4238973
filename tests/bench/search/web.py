"""Plays the web process: opens an index that another process built, and answers. Prints one JSON object.

python -m tests.bench.search.web FOLDER ENGINE ALIAS --questions N
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeVar

import django

if TYPE_CHECKING:  # Django is set up first
    from search.engines.protocol import SearchEngine
    from search.rules.questions import Query

T = TypeVar("T")
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("engine")
    parser.add_argument("alias")
    parser.add_argument("--questions", type=int, required=True)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    print(json.dumps(figures(options.folder, options.engine, options.alias, options.questions)))


def private_mb() -> float:
    """Memory of this process alone: the mapped files of the index are not among it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024


def figures(folder: Path, name: str, alias: str, asked: int) -> dict[str, float]:
    from tests.bench.search.building import opened
    from tests.bench.search.questions import prefixes, questions
    from tests.bench.search.works import vocabulary

    vocabulary()
    queries, starts = questions(asked), prefixes(asked)
    before = private_mb()
    engine: SearchEngine = opened(name, alias, folder)

    def search(query: Query) -> None:
        shown(engine.search(query), query.language)

    def complete(start: tuple[str, str]) -> None:
        engine.complete(start[0], language=start[1], audience=("public",))

    list(map(search, queries[: max(asked // 10, 5)]))
    searched = rounds(search, queries)
    completed = rounds(complete, starts)
    return {
        **{f"search_{key}": value for key, value in searched.items()},
        **{f"complete_{key}": value for key, value in completed.items()},
        **long_ones(search, searched["p95_ms"]),
        "memory_growth_mb": round(private_mb() - before, 1),
    }


def long_ones(search: Callable[[Query], None], usual: float) -> dict[str, float]:
    from tests.bench.search.questions import long_question, nonsense

    long_ms = median(timed(search, long_question(number))[0] for number in range(9))
    nonsense_ms = median(timed(search, nonsense())[0] for _round in range(5))
    return {
        "long_query_ms": round(long_ms, 2),
        "long_query_ratio": round(long_ms / usual, 2),
        "nonsense_ms": round(nonsense_ms, 2),
    }


def shown(result: object, language: str) -> None:
    """What the page makes of ten hits: titles and passages with their marks."""
    from search.language.forms import analyser
    from search.language.highlights import Marks, excerpt, pieces
    from search.rules.questions import Result
    from tests.bench.search.works import work

    assert isinstance(result, Result)
    marks = Marks(stems=result.stems, folds=result.folds)
    for hit in result.hits:
        with Paused():
            passages = work(hit.number).passages
        passage = next((item for item in passages if item.language == language), passages[0])
        pieces(passage.title, marks, analyser(passage.language))
        excerpt(passage.text, marks, analyser(passage.language))


class Paused:
    """Time that is not the search's: here the texts are made anew, on the site the database gives them."""

    spent = 0.0
    used = 0.0

    def __enter__(self) -> None:
        self.began, self.began_used = perf_counter(), process_time()

    def __exit__(self, *_error: object) -> None:
        Paused.spent += perf_counter() - self.began
        Paused.used += process_time() - self.began_used


def timed(act: Callable[[T], None], given: T) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    Paused.spent = Paused.used = 0.0
    began, began_used = perf_counter(), process_time()
    act(given)
    spent, used = perf_counter() - began - Paused.spent, process_time() - began_used - Paused.used
    return spent * 1000, used * 1000


def rounds(act: Callable[[T], None], given: Sequence[T]) -> dict[str, float]:
    """Percentiles of the quietest of three rounds, and of all of them: other people use this machine too."""
    from search.rules.measures import percentile

    found = [[timed(act, item) for item in given] for _round in range(ROUNDS)]
    spent = [[clock for clock, _used in measured] for measured in found]
    quiet = min(spent, key=lambda several: percentile(several, 0.95))
    return {
        "p50_ms": round(percentile(quiet, 0.5), 2),
        "p95_ms": round(percentile(quiet, 0.95), 2),
        "p95_every_ms": round(percentile([clock for several in spent for clock in several], 0.95), 2),
        "p95_cpu_ms": round(percentile([used for measured in found for _clock, used in measured], 0.95), 2),
    }


if __name__ == "__main__":
    main()
