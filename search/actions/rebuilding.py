"""Building a new version of the index beside the live one, and swapping it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from search.actions.replaying import caught_up
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
    head = JournalHead.objects.filter(pk=1).first()
    version = IndexVersion.objects.create(engine=engine.name, sequence=head.last if head else 0, begun_at=now)
    engine.prepare(version.name)
    count = engine.index(documents(), sequence=version.sequence, version=version.name)
    engine.offer(labels(), version=version.name)
    engine.teach(concepts(), version=version.name)
    engine.activate(version.name)
    enthrone(version, count)
    version.refresh_from_db()
    while caught_up(engine, version):
        version.refresh_from_db()
    return count


@transaction.atomic
def enthrone(version: IndexVersion, count: int) -> None:
    IndexVersion.objects.select_for_update().filter(engine=version.engine).exclude(pk=version.pk).update(
        state=State.RETIRED
    )
    IndexVersion.objects.filter(pk=version.pk).update(state=State.LIVE, documents=count)


def labels() -> Iterator[tuple[str, Completion]]:
    """Every facet value in every language, with a key of its own."""
    for facet, value in vocabularies():
        for language, text in value.label.texts.items():
            key = f"{facet}:{value.path}:{language}"
            yield key, Completion(label=text, language=language, kind=facet, value=value.path)
