"""Telling the index what the journal says, in order, as often as needed."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from search.actions.numbering import forget_told, number_entries
from search.engines.configured import engines
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.models import IndexVersion, JournalEntry
from search.queries.documents import documents, variants
from search.queries.documents.concerned import ids_of
from search.rules.documents import Document

MOST_ENTRIES = 500

logger = logging.getLogger(__name__)


def replay(choices: Sequence[SearchEngine] | None = None) -> int:
    """How many entries were told. An engine that is down keeps its place in the journal, and nothing is lost."""
    number_entries()
    engines_here = choices or engines()
    told = 0
    for engine in engines_here:
        try:
            told += told_in_turn(engine)
        except SearchUnavailable as error:
            logger.warning("The search engine “%s” is down; its journal waits: %s", engine.name, error)
    if told:
        forget_told(engine.name for engine in engines_here)
    return told


def told_in_turn(engine: SearchEngine) -> int:
    """Nothing when another worker is telling this engine now: an older reading must not be told after a newer one."""
    live = IndexVersion.objects.live().filter(engine=engine.name)
    if not live.exists():
        return 0
    with alone_with(engine, patient=False) as is_alone:
        version = live.first()
        return caught_up(engine, version) if is_alone and version else 0


def caught_up(engine: SearchEngine, version: IndexVersion) -> int:
    """The place in the journal moves after the telling: killed in between, the same is told again."""
    entries = list(JournalEntry.objects.after(version.sequence)[:MOST_ENTRIES])
    if not entries:
        return 0
    tell(engine, entries)
    IndexVersion.objects.filter(pk=version.pk, sequence__lt=last_of(entries)).update(sequence=last_of(entries))
    return len(entries)


def last_of(entries: Sequence[JournalEntry]) -> int:
    return max(entry.sequence or 0 for entry in entries)


def tell(engine: SearchEngine, entries: Sequence[JournalEntry]) -> None:
    """The documents as they are now, whatever the entries said then: replaying twice changes nothing."""
    concerned = dict.fromkeys(id for entry in entries for id in ids_of(entry))
    gone = {id for one in concerned for id in variants(one)}

    def found() -> Iterator[Document]:
        for document in documents(concerned):
            gone.discard(document.id)
            yield document

    engine.index(found(), sequence=last_of(entries))
    if gone:
        engine.delete(sorted(gone), sequence=last_of(entries))


@contextmanager
def alone_with(engine: SearchEngine, *, patient: bool) -> Iterator[bool]:
    """Whether this is the one process of the machine that tells this engine. A killed one lets go.

    Two machines tell Elasticsearch at once without harm: it refuses what is older than what it has.
    """
    folder = Path(settings.SEARCH_INDEX_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{engine.name}.telling").open("w") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX if patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
