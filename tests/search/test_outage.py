"""Elasticsearch stops and starts again while people search and editors publish."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Condition, Event, Thread

import pytest
from django.db import connection, connections
from django.test import Client
from pytest_django.fixtures import Settings

from search.actions import rebuild, replay
from search.engines import configured
from search.engines.configured import engines
from search.engines.elastic import ElasticEngine
from search.engines.protocol import SearchUnavailable
from search.rules.questions import Query
from tests.at_once import SECONDS
from tests.factories.search import study
from tests.search.conftest import elasticsearch_url, forget
from tests.search.node import Node, node
from tests.search.proxy import Door
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(settings: Settings, tmp_path: Path) -> Iterator[Door]:
    """The site's search on Elasticsearch behind a door; the embedded engine stands by, as on every site."""
    url = elasticsearch_url()
    door = Door(url)
    settings.SEARCH_INDEX_DIR = tmp_path
    settings.SEARCH_INDEX_NAME = f"site-{uuid.uuid4().hex[:10]}"
    settings.ELASTICSEARCH_URL = door.address
    configured._resting.clear()
    yield door
    configured._resting.clear()
    door.shut()
    forget(ElasticEngine(url, settings.SEARCH_INDEX_NAME, tmp_path))


def found(words: str) -> list[int]:
    """By Elasticsearch itself."""
    return sorted(hit.number for hit in engines()[0].search(Query(text=words)).hits)


def statuses(client: Client, words: str) -> set[int]:
    return {client.get("/en/search/", {"q": words, "page": page}).status_code for page in ("1", "", "x")}


def test_searching_goes_on_and_the_index_is_right_afterwards(
    client: Client, site_root: SiteRoot, door: Door, now: datetime
) -> None:
    first = study(site_root.home("en"), "The first well")
    rebuild(now=now)

    answers = statuses(client, "well")
    door.shut()
    second = study(site_root.home("en"), "The second well")
    first.unpublish()
    replay()
    answers |= statuses(client, "well")
    shown_meanwhile = "The second" in client.get("/en/search/", {"q": "well"}).content.decode()
    with pytest.raises(SearchUnavailable):
        found("well")
    door.open()
    replay()
    answers |= statuses(client, "well")

    assert answers == {200}
    assert shown_meanwhile
    assert found("well") == [second.pk]


class Crowd:
    """People who go on searching, each with a line to the database of his own, for as long as the context lasts."""

    def __init__(self, size: int) -> None:
        self.leaves = Event()
        self.statuses: Counter[int] = Counter()
        self.told = Condition()
        self.threads = [Thread(target=self.search, args=(number,)) for number in range(size)]

    def search(self, number: int) -> None:
        client = Client(raise_request_exception=False)
        try:
            while not self.leaves.is_set():
                words = ("well", "the second", "nothing of the kind", "")[number % 4]
                status = client.get("/en/search/", {"q": words}).status_code
                with self.told:
                    self.statuses[status] += 1
                    self.told.notify_all()
        finally:
            connections.close_all()

    def __enter__(self) -> Crowd:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.leaves.set()
        for thread in self.threads:
            thread.join()

    def answered(self, more: int) -> None:
        """Returns when so many more searches have been answered, whatever the answer."""
        with self.told:
            wanted = self.statuses.total() + more
            assert self.told.wait_for(lambda: self.statuses.total() >= wanted, timeout=SECONDS)


@pytest.fixture
def own_node(settings: Settings, tmp_path: Path) -> Iterator[Node]:
    elasticsearch_url()
    with node() as own:
        settings.SEARCH_INDEX_DIR = tmp_path
        settings.ELASTICSEARCH_URL = own.address
        configured._resting.clear()
        yield own
    configured._resting.clear()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets nobody read while a test writes in memory")
def test_a_node_stopped_and_started_under_load_is_nobodys_trouble(
    site_root: SiteRoot, own_node: Node, now: datetime
) -> None:
    first = study(site_root.home("en"), "The first well")
    rebuild(now=now)

    with Crowd(4) as crowd:
        crowd.answered(20)
        own_node.do("stop")
        crowd.answered(20)
        second = study(site_root.home("en"), "The second well")
        first.unpublish()
        replay()
        crowd.answered(20)
        own_node.do("start")
        replay()
        crowd.answered(20)

    assert set(crowd.statuses) == {200}
    assert found("well") == [second.pk]


def test_a_rebuild_that_is_interrupted_leaves_the_live_index_alone(
    client: Client, site_root: SiteRoot, door: Door, now: datetime
) -> None:
    page = study(site_root.home("en"), "The only well")
    rebuild(now=now)

    door.shut()
    rebuild(now=now)
    door.open()

    assert found("well") == [page.pk]
    assert statuses(client, "well") == {200}
