"""Which engines this installation has, the preferred one first."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import TypeVar

from django.conf import settings

from cms.front.hearing import is_open
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.models import IndexVersion

logger = logging.getLogger(__name__)

T = TypeVar("T")
REST_SECONDS = 10.0  # how long an engine that failed is not asked first


@lru_cache(maxsize=8)
def engines_at(url: str, name: str, folder: Path) -> tuple[SearchEngine, ...]:
    embedded = EmbeddedEngine(folder / "embedded")
    if not url:
        return (embedded,)
    from search.engines.elastic import ElasticEngine

    return (ElasticEngine(url, name, folder / "elasticsearch"), embedded)


def engines() -> tuple[SearchEngine, ...]:
    return engines_at(settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_NAME, Path(settings.SEARCH_INDEX_DIR))


def note_index() -> None:
    """A public page that is kept shows the index as it is now: its proof is how far the index has come."""
    if is_open():
        list(IndexVersion.objects.live().order_by("pk").values_list("pk", "sequence"))


_resting: dict[int, float] = {}


def asked(question: Callable[[SearchEngine], T], choices: Sequence[SearchEngine] | None = None) -> T:
    """The answer of the first engine that can give one; SearchUnavailable with the last one's reason."""
    note_index()
    failure = SearchUnavailable("No search engine is configured.")
    for engine in sorted(choices or engines(), key=lambda item: _resting.get(id(item), 0.0) > monotonic()):
        try:
            return question(engine)
        except SearchUnavailable as error:
            logger.warning("The search engine “%s” cannot answer: %s", engine.name, error)
            _resting[id(engine)] = monotonic() + REST_SECONDS
            failure = error
    raise failure
