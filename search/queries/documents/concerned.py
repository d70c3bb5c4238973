"""Which documents an entry of the journal speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from governance.assembly.models import Minutes, Motion
from governance.assembly.models import Paper as AssemblyPaper
from members.groups.models import Document, GroupMeeting, Topic
from members.organisations.models import Contact
from search.models import JournalEntry
from search.queries.documents import TREE, every_id
from search.rules.journal import What
from search.rules.kinds import Source, id_of

Rows = QuerySet[Any]


def ids_of(entry: JournalEntry) -> Iterator[str]:
    """Ids of documents, some of which nobody may find any more."""
    what = What(entry.what)
    if what is What.WORK:
        yield entry.which
    elif what in WHOLE:
        yield from every_id(WHOLE[what])
    else:
        yield from BELONGING[what](int(entry.which))


def rows(source: Source, found: Rows, column: str = "pk") -> Iterator[str]:
    for key in found.values_list(column, flat=True).distinct():
        yield id_of(source, key)


def of_group(pk: int) -> Iterator[str]:
    yield id_of(Source.GROUP, pk)
    yield from rows(Source.DISCUSSION, Topic.objects.filter(group=pk))
    yield from rows(Source.DOCUMENT, Document.objects.filter(group=pk))
    yield from rows(Source.MEETING, GroupMeeting.objects.filter(group=pk))


def of_assembly(pk: int) -> Iterator[str]:
    yield id_of(Source.ASSEMBLY, pk)
    yield from rows(Source.PAPER, AssemblyPaper.objects.filter(item__assembly=pk))
    yield from rows(Source.MOTION, Motion.objects.filter(assembly=pk))
    yield from rows(Source.MINUTES, Minutes.objects.filter(assembly=pk))


def of_organisation(pk: int) -> Iterator[str]:
    """With whoever acts or acted for it."""
    yield id_of(Source.ORGANISATION, pk)
    yield from rows(Source.PERSON, Contact.objects.filter(organisation=pk), "user")


BELONGING: Mapping[What, Callable[[int], Iterator[str]]] = {
    What.GROUP: of_group,
    What.ASSEMBLY: of_assembly,
    What.ORGANISATION: of_organisation,
}
WHOLE: Mapping[What, tuple[Source, ...]] = {
    What.STUDIES: (Source.STUDY,),
    What.PAGES: TREE,
    What.EVERYTHING: tuple(Source),
}
