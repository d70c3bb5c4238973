"""Building the index to be measured, and how fast that went."""

from __future__ import annotations

import os
from pathlib import Path
from time import perf_counter, process_time

from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine
from tests.bench.search.works import work

VERSION = "bench"


def opened(name: str, alias: str, folder: Path) -> SearchEngine:
    if name == "embedded":
        return EmbeddedEngine(folder)
    from search.engines.elastic import ElasticEngine

    return ElasticEngine(os.environ["ELASTICSEARCH_URL"], alias, folder)


def built(engine: SearchEngine, documents: int) -> dict[str, float]:
    """`documents_per_s` until all can be found; what is then learnt of them (topics, speller, lexicon) apart. Of the
    processor's time, all of this process, its threads too; of Elasticsearch's own nothing is known here."""
    works = [work(number) for number in range(documents)]
    engine.prepare(VERSION)
    began, began_used = perf_counter(), process_time()
    engine.index(works, sequence=0, version=VERSION)
    spent, used = perf_counter() - began, process_time() - began_used
    began = perf_counter()
    engine.activate(VERSION)
    return {
        "documents": documents,
        "documents_per_s": round(documents / spent),
        "documents_per_cpu_s": round(documents / used),
        "learn_s": round(perf_counter() - began, 1),
    }


def index_mb(engine: SearchEngine, folder: Path) -> float:
    """On disk, what is learnt beside it included."""
    beside = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    stored = 0
    if engine.name == "elasticsearch":
        from search.engines.elastic import ElasticEngine

        assert isinstance(engine, ElasticEngine)
        engine.client.indices.flush(index=f"{engine.alias}-*")
        stored = engine.client.indices.stats(index=f"{engine.alias}-*")["_all"]["total"]["store"]["size_in_bytes"]
    return round((beside + stored) / 1e6, 1)
