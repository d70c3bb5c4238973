"""Building a new version of the index beside the live one, and swapping it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from search.actions.numbering import number_entries
from search.actions.replaying import alone_with, caught_up
from search.engines.configured import engines
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.models import IndexVersion, JournalHead
from search.queries.concepts import concepts
from search.queries.documents import documents
from search.queries.vocabularies import vocabularies
from search.rules.journal import State
from search.rules.questions import Completion


def rebuild(*, now: datetime, choices: Sequence[SearchEngine] | None = None) -> int:
    """How many works each engine now has. SearchUnavailable when none of them could be built."""
    counts: list[int] = []
    failure: SearchUnavailable | None = None
    for engine in choices or engines():
        try:
            counts.append(build(engine, now=now))
        except SearchUnavailable as error:
            failure = error
    if not counts and failure is not None:
        raise failure
    return max(counts, default=0)


def build(engine: SearchEngine, *, now: datetime) -> int:
    """What is written meanwhile is in the journal after `sequence`, and is told before this returns."""
    version = begun(engine, now=now)
    try:
        count = filled(engine, version)
    except SearchUnavailable:
        IndexVersion.objects.filter(pk=version.pk).update(state=State.RETIRED)
        raise
    with alone_with(engine, patient=True):
        enthrone(version, count)
        engine.activate(version.name)
        catch_up(engine, version)
    return count


def begun(engine: SearchEngine, *, now: datetime) -> IndexVersion:
    """Before the first document is read: what is committed after that has a higher number."""
    number_entries()
    head = JournalHead.objects.filter(pk=1).first()
    return IndexVersion.objects.create(engine=engine.name, sequence=head.last if head else 0, begun_at=now)


def filled(engine: SearchEngine, version: IndexVersion) -> int:
    engine.prepare(version.name)
    count = engine.index(documents(), sequence=version.sequence, version=version.name)
    engine.offer(labels(), version=version.name)
    engine.teach(concepts(), version=version.name)
    return count


@transaction.atomic
def enthrone(version: IndexVersion, count: int) -> None:
    """Before the engine swaps: killed in between, the old index is told what the new one lacks, which does no harm;
    the other way round the new index would miss what only the old one was told."""
    others = IndexVersion.objects.select_for_update().filter(engine=version.engine).exclude(pk=version.pk)
    others.update(state=State.RETIRED)
    IndexVersion.objects.filter(pk=version.pk).update(state=State.LIVE, documents=count)


def catch_up(engine: SearchEngine, version: IndexVersion) -> None:
    number_entries()
    version.refresh_from_db()
    while caught_up(engine, version):
        version.refresh_from_db()


def labels() -> Iterator[tuple[str, Completion]]:
    """Every facet value in every language, with a key of its own."""
    for facet, value in vocabularies():
        for language, text in value.label.texts.items():
            key = f"{facet}:{value.path}:{language}"
            yield key, Completion(label=text, language=language, kind=facet, value=value.path)
