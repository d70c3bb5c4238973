"""Telling the index what the journal says, in order, as often as needed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from search.engines.configured import engines
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.models import IndexVersion, JournalEntry
from search.queries.documents import documents, work_keys
from search.rules.journal import What

MOST_ENTRIES = 500

logger = logging.getLogger(__name__)


def replay(choices: Sequence[SearchEngine] | None = None) -> int:
    """How many entries were told. An engine that is down keeps its place in the journal, and nothing is lost."""
    told = 0
    for engine in choices or engines():
        version = IndexVersion.objects.live().filter(engine=engine.name).first()
        if version is None:
            continue
        try:
            told += caught_up(engine, version)
        except SearchUnavailable as error:
            logger.warning("The search engine “%s” is down; its journal waits: %s", engine.name, error)
    return told


def caught_up(engine: SearchEngine, version: IndexVersion) -> int:
    entries = list(JournalEntry.objects.after(version.sequence)[:MOST_ENTRIES])
    if not entries:
        return 0
    tell(engine, entries)
    IndexVersion.objects.filter(pk=version.pk, sequence__lt=entries[-1].sequence).update(sequence=entries[-1].sequence)
    return len(entries)


def tell(engine: SearchEngine, entries: Sequence[JournalEntry]) -> None:
    """The documents as they are now, whatever the entries said then: replaying twice changes nothing."""
    last = entries[-1].sequence
    works = {entry.which for entry in entries if entry.what == What.WORK}
    if any(entry.what == What.EVERYTHING for entry in entries):
        works |= set(work_keys())
    found = list(documents(sorted(works)))
    gone = works - {document.id for document in found}
    engine.index(found, sequence=last)
    forget(engine, gone, last)


def forget(engine: SearchEngine, gone: Iterable[str], sequence: int) -> None:
    ids = sorted(gone)
    if ids:
        engine.delete(ids, sequence=sequence)
