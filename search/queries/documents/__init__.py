"""Everything that can be found, as the engines get it. One room a source; README.md says who may see what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from search.queries.documents import assemblies, decisions, directory, groups, pages
from search.queries.documents.rooms import Line, Reader, Room
from search.queries.documents.studies import (
    chosen_values,
    public_studies,
    readable_studies,
    strings,
    text_of,
    work_keys,
)
from search.rules.documents import Document
from search.rules.kinds import Source, id_of, parts_of_id

__all__ = [
    "ROOMS",
    "Line",
    "Reader",
    "Room",
    "chosen_values",
    "documents",
    "every_id",
    "public_studies",
    "readable_studies",
    "strings",
    "text_of",
    "variants",
    "work_keys",
]

BATCH = 200
ROOMS: Mapping[Source, Room] = {
    Source.STUDY: pages.STUDIES,
    Source.PAGE: pages.PAGES,
    Source.GROUP: groups.GROUPS.room,
    Source.DISCUSSION: groups.TOPICS.room,
    Source.DOCUMENT: groups.PAPERS.room,
    Source.MEETING: groups.MEETINGS.room,
    Source.ASSEMBLY: assemblies.ASSEMBLIES.room,
    Source.PAPER: assemblies.PAPERS.room,
    Source.MOTION: assemblies.MOTIONS.room,
    Source.MINUTES: assemblies.MINUTES.room,
    Source.DECISION: decisions.DECISIONS.room,
    Source.BULLETIN: decisions.ISSUES.room,
    Source.ORGANISATION: directory.ORGANISATIONS.room,
    Source.PERSON: directory.PEOPLE.room,
}
TREE = (Source.STUDY, Source.PAGE)


def every_id(sources: Iterable[Source] = ROOMS) -> Iterator[str]:
    """One query a source."""
    for source in sources:
        for key in ROOMS[source].all_keys():
            yield id_of(source, key)


def documents(ids: Iterable[str] | None = None) -> Iterator[Document]:
    """Of these ids, or of everything; what nobody may find is left out. A constant number of queries a batch."""
    wanted = iter(ids) if ids is not None else every_id()
    while batch := list(islice(wanted, BATCH)):
        yield from batch_of(batch)


def batch_of(ids: Sequence[str]) -> Iterator[Document]:
    by_source: defaultdict[Source, list[str]] = defaultdict(list)
    for id in ids:
        source, key = parts_of_id(id)
        by_source[source].append(key)
    for source, keys in by_source.items():
        yield from ROOMS[source].documents(keys)


def variants(id: str) -> list[str]:
    """Every id that a document may have been told under: a page that changed its readers leaves the other behind."""
    return pages.variants(id) if parts_of_id(id)[0] in TREE else [id]
