"""Both engines, in folders and under names of their own."""

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from search.actions.sums import waiting
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine
from search.rules.documents import Document
from tests.vocabularies import seed_if_empty

ENGINES = ["embedded", "elasticsearch"]
Filled = Callable[[Iterable[Document]], SearchEngine]


@pytest.fixture(autouse=True)
def vocabularies(request: pytest.FixtureRequest) -> None:
    """There for every test of the search, also after one that emptied all tables."""
    if request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("db")
    seed_if_empty()


@pytest.fixture(autouse=True)
def counted_lately() -> Iterator[None]:
    """Sums are written every ten seconds, in whichever request that is: a test that counts queries shall not be it."""
    waiting.counts.clear()
    waiting.written_at = timezone.now()
    yield
    waiting.counts.clear()
    waiting.written_at = None


def elasticsearch_url() -> str:
    url = os.environ.get("ELASTICSEARCH_URL", "")
    if not url:
        pytest.skip("ELASTICSEARCH_URL names no node: make services starts one")
    return url


def forget(engine: ElasticEngine) -> None:
    names = list(engine.client.indices.get(index=f"{engine.alias}-*", ignore_unavailable=True))
    if names:
        engine.client.indices.delete(index=",".join(names))
    engine.client.close()


def made(name: str, folder: Path) -> Iterator[SearchEngine]:
    if name == "embedded":
        yield EmbeddedEngine(folder)
        return
    elastic = ElasticEngine(elasticsearch_url(), f"test-{uuid.uuid4().hex[:10]}", folder)
    yield elastic
    forget(elastic)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchEngine]:
    """Each engine in turn, empty."""
    yield from made(request.param, tmp_path)


@pytest.fixture
def filled(engine: SearchEngine) -> Filled:
    """Each engine in turn, live with the works that it is given."""

    def fill(documents: Iterable[Document]) -> SearchEngine:
        return fill_engine(engine, documents)

    return fill


def fill_engine(engine: SearchEngine, documents: Iterable[Document]) -> SearchEngine:
    engine.prepare("v1")
    engine.index(documents, sequence=0, version="v1")
    engine.activate("v1")
    return engine


@pytest.fixture(params=ENGINES)
def site_engine(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The site's own search on each engine in turn, nothing built yet."""
    settings.SEARCH_INDEX_DIR = tmp_path
    settings.SEARCH_INDEX_NAME = f"site-{uuid.uuid4().hex[:10]}"
    settings.ELASTICSEARCH_URL = elasticsearch_url() if request.param == "elasticsearch" else ""
    yield request.param
    if settings.ELASTICSEARCH_URL:
        forget(ElasticEngine(settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_NAME, tmp_path))
