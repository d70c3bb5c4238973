"""`python -m tests.bench.pages` prints what it says that it prints. How fast the machine is just now is not asked."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings

from cms.demo.network import Network
from tests.bench.serving import ROOT
from tests.browser.keeping import SqliteCopy, keep

FIGURES = {"cached_ratio", "uncached_ratio", "queries", "cpu_ms", "bare_per_s", "cached_per_s", "uncached_per_s"}
MOST_QUERIES = 12
FILES = {"default": "plenary.sqlite3", "box": "box.sqlite3"}


def as_a_folder(folder: Path) -> None:
    """The network of these tests as `make demo` would have left it; with other services the bench builds its own."""
    if not Path(settings.SEARCH_INDEX_DIR).exists():
        return
    for alias, copy in keep().items():
        if not isinstance(copy, SqliteCopy):
            return
        with closing(sqlite3.connect(folder / FILES[alias])) as written:
            copy.kept.backup(written)
    shutil.copytree(settings.SEARCH_INDEX_DIR, folder / "search", symlinks=True)
    (folder / "demo.json").write_text(json.dumps({"password": "walk-with-a-kite"}))


def test_the_bench_prints_its_figures_for_four_pages_of_few_queries(kite: Network, tmp_path: Path) -> None:
    as_a_folder(tmp_path)

    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.pages", "--quick"],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        check=True,
    )

    printed = json.loads(told.stdout.splitlines()[-1])
    pages = printed["pages"]
    assert set(printed) == {"pages"}
    assert set(pages) == {"home", "listing", "case_study", "search"}
    assert {name for name, page in pages.items() if not page.keys() >= FIGURES} == set()
    assert {name: page["queries"] for name, page in pages.items() if not 0 < page["queries"] <= MOST_QUERIES} == {}
    assert all(isinstance(page[figure], float | int) for page in pages.values() for figure in FIGURES)
