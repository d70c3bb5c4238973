"""One version of the embedded index on disk: opened, and written to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from search.engines.embedded_schema import COMPLETIONS, DOCUMENTS
from search.engines.embedded_snapshot import Snapshot, mark_of
from search.engines.learnt import Learnt
from search.engines.protocol import SearchUnavailable

# What is written before a part of the index is closed; with half of it, merging the parts costs a tenth more.
HEAP = 128_000_000


class Version:
    """One index version: its folder, opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documents = opened(DOCUMENTS, folder / "documents")
        self.completions = opened(COMPLETIONS, folder / "completions")
        self.learnt = Learnt(folder)
        self.loaded: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The last commit. Its mark is taken before it is loaded: what comes between is loaded the next time."""
        mark, loaded = mark_of(self.folder / "documents"), self.loaded
        if loaded is None or loaded.mark != mark:
            self.documents.reload()
            loaded = self.loaded = Snapshot(mark, self.documents.searcher())
        return loaded


def opened(schema: tantivy.Schema, folder: Path) -> tantivy.Index:
    """The index in the folder, a new one where there is none. What an older release built has other fields."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema, path=str(folder))
    except ValueError as error:
        raise SearchUnavailable(f"The search index cannot be opened, run manage.py search_rebuild: {error}") from error


@contextmanager
def writing(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """One writer at a time (a lock that a killed process frees); all of it is committed, or nothing."""
    try:
        writer = index.writer(HEAP, 1)
    except ValueError as error:
        raise SearchUnavailable(f"The embedded index is being written by another process: {error}") from error
    try:
        yield writer
        writer.commit()
    finally:
        writer.wait_merging_threads()
    index.reload()


def remove(key: str, writer: tantivy.IndexWriter, offers: tantivy.IndexWriter) -> None:
    writer.delete_documents_by_term("id", key)
    offers.delete_documents_by_term("work", key)
