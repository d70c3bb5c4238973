"""Builds an index of made-up case studies, asks it, measures the test collections; prints one JSON object last.

    python -m tests.bench.search --engine embedded [--documents 50000] [--collections ../shared/collections]

Times are of a process of its own that plays the web process; `load` says how busy the machine was meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import django


def main() -> None:
    options = parsed()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    load = os.getloadavg()[0]
    found: dict[str, object] = {"engine": options.engine}
    if options.documents:
        found.update(speed(options.engine, options.documents, options.questions))
    if options.collections.is_dir():
        found["quality"] = graded(options.engine, options.collections, options.thesaurus)
    found["load"] = [round(load, 2), round(os.getloadavg()[0], 2)]
    print(json.dumps(found))


def parsed() -> argparse.Namespace:
    shared = Path(__file__).resolve().parents[4] / "shared"
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--engine", choices=["embedded", "elasticsearch"], default="embedded")
    parser.add_argument("--documents", type=int, default=50_000, help="0 leaves out the speed")
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--collections", type=Path, default=shared / "collections")
    parser.add_argument("--thesaurus", type=Path, default=shared / "vocabularies" / "unbis_topics.json")
    options = parser.parse_args()
    if options.engine == "elasticsearch" and not os.environ.get("ELASTICSEARCH_URL"):
        parser.error("set ELASTICSEARCH_URL to measure Elasticsearch")
    return options


def speed(name: str, documents: int, asked: int) -> dict[str, object]:
    from tests.bench.search.building import VERSION, built, index_mb, opened

    alias = f"bench-{uuid.uuid4().hex[:8]}"
    with tempfile.TemporaryDirectory(prefix="plenary-bench-") as place:
        folder = Path(place)
        engine = opened(name, alias, folder)
        try:
            found: dict[str, object] = {**built(engine, documents), "index_mb": index_mb(engine, folder)}
            command = [sys.executable, "-m", "tests.bench.search.web", place, name, alias]
            done = subprocess.run([*command, "--questions", str(asked)], capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(done.stderr)
            return found | json.loads(done.stdout.splitlines()[-1])
        finally:
            engine.discard(VERSION)


def graded(name: str, collections: Path, terms: Path) -> dict[str, object]:
    """The engine's own figures; where both run, how far they are apart at most."""
    from tests.bench.search.quality import quality

    alias = f"bench-{uuid.uuid4().hex[:8]}"
    own = quality(name, alias, collections, terms)
    found: dict[str, object] = dict(own)
    if os.environ.get("ELASTICSEARCH_URL"):
        other = quality("elasticsearch" if name == "embedded" else "embedded", alias, collections, terms)
        apart = [abs(own[item]["ndcg@10"] - other[item]["ndcg@10"]) for item in own]
        found["engines_apart"] = round(max(apart, default=0.0), 4)
    return found


if __name__ == "__main__":
    main()
