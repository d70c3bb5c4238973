"""Building anew while others read and write, and what a writer leaves that is killed."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Lock, Thread

import pytest
import tantivy

from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.rules.documents import Document
from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import fill_engine

FIRST = 20  # works that are there from the beginning
WRITTEN = 12  # works that are written meanwhile
SWAPS = 3


class Journal:
    """What the site's journal does, in memory: what changed, in order, told to the live version one at a time."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine
        self.entries: list[Document] = [work(number, "Water") for number in range(1, FIRST + 1)]
        self.telling = Lock()

    def write(self, document: Document) -> None:
        self.entries.append(document)
        with self.telling:
            self.engine.index([document], sequence=len(self.entries))

    def write_all(self, documents: list[Document]) -> None:
        for document in documents:
            self.write(document)

    def rebuild(self, version: str) -> None:
        """What came while it was built is told to it before anything else is."""
        known = len(self.entries)
        self.engine.prepare(version)
        self.engine.index(self.entries[:known], sequence=known, version=version)
        with self.telling:
            self.engine.activate(version)
            self.engine.index(self.entries[known:], sequence=len(self.entries))


class Reader(Thread):
    """Searches until it is told to stop; how often, and every failure."""

    def __init__(self, engine: SearchEngine, stop: Event) -> None:
        super().__init__()
        self.engine, self.stop, self.times = engine, stop, 0
        self.failures: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                total = self.engine.search(Query(text="water")).total
            except SearchUnavailable as error:
                self.failures.append(str(error))
                continue
            self.times += 1
            if total < FIRST:
                self.failures.append(f"only {total} found")


def test_a_swap_fails_no_search_and_loses_no_write(engine: SearchEngine) -> None:
    journal, stop = Journal(engine), Event()
    fill_engine(engine, journal.entries)
    reader = Reader(engine, stop)
    writer = Thread(target=journal.write_all, args=([work(FIRST + step, "Water") for step in range(1, WRITTEN + 1)],))

    reader.start()
    writer.start()
    for swap in range(2, SWAPS + 2):
        journal.rebuild(f"v{swap}")
    writer.join()
    stop.set()
    reader.join()

    found = engine.search(Query(text="water", size=100))
    assert reader.failures == []
    assert reader.times > 0
    assert {hit.number for hit in found.hits} == set(range(1, FIRST + WRITTEN + 1))


KILLED = """
import sys
from pathlib import Path
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.test"
django.setup()
from search.engines.embedded import EmbeddedEngine
from tests.factories.search import work
engine = EmbeddedEngine(Path(sys.argv[1]))
number = 100
while True:
    engine.index([work(number, "Water"), work(number + 1, "Water")], sequence=number)
    print(number, flush=True)
    number += 2
"""


def test_a_killed_writer_leaves_whole_commits_and_no_lock(tmp_path: Path) -> None:
    engine = fill_engine(EmbeddedEngine(tmp_path), [work(1, "Water")])
    writer = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    lines = iter(writer.stdout.readline, b"")

    told = [next(lines) for _time in range(3)]
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    total = engine.search(Query(text="water")).total
    engine.index([work(2, "Water")], sequence=9_999)

    assert told == [b"100\n", b"102\n", b"104\n"]
    assert total >= 1 + 2 * len(told)
    assert total % 2 == 1, "Two works are one commit."
    assert engine.search(Query(text="water")).total == total + 1


def test_what_nobody_wants_any_more_can_be_discarded(engine: SearchEngine) -> None:
    fill_engine(engine, [work(1, "Water")])

    engine.discard("v1")

    with pytest.raises(SearchUnavailable):
        engine.search(Query(text="water"))
    assert not engine.health().is_ready


def test_an_index_of_another_release_asks_to_be_built_anew(tmp_path: Path) -> None:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("old")
    folder = tmp_path / "v1" / "documents"
    folder.mkdir(parents=True)
    tantivy.Index(fields.build(), path=str(folder))
    (tmp_path / "live").symlink_to("v1")

    health = EmbeddedEngine(tmp_path).health()

    assert health.is_ready is False
    assert "run manage.py search_rebuild" in health.sentence
