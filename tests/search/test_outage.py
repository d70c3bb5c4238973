"""Elasticsearch stops and starts again while people search and editors publish."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from search.actions import rebuild, replay
from search.engines import configured
from search.engines.configured import engines
from search.engines.elastic import ElasticEngine
from search.engines.protocol import SearchUnavailable
from search.rules.questions import Query
from tests.factories.search import study
from tests.search.conftest import elasticsearch_url, forget
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
