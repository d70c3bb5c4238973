"""A search to take along: the feed, the table, and the page that says what they hold."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from cms.models import CaseStudyPage, Country, Theme
from search.actions import rebuild
from search.queries.tables import COLUMNS
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def fresh_minute() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def built(site_root: SiteRoot, site_engine: str, now: datetime) -> Callable[..., list[CaseStudyPage]]:
    water = Theme.objects.create(code="test-water", label={"en": "Clean water", "fr": "Eau propre", "es": "Agua"})

    def build(*titles: str, **fields: object) -> list[CaseStudyPage]:
        home = site_root.home("en")
        places = list(Country.objects.filter(code="KE"))
        pages = [study(home, title, themes=[water], countries=places, **fields) for title in titles]
        rebuild(now=now)
        return pages

    return build


def table_of(client: Client, address: str = "/en/search/studies.csv", **data: str) -> list[list[str]]:
    response = client.get(address, data)
    assert response.status_code == 200
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def test_the_table_has_a_row_for_each_study_with_the_labels_of_the_page(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    (page,) = built("One well", summary="Water, “for all”.")

    head, row = table_of(client, "/fr/search/studies.csv", q="well")

    cells = dict(zip(head, row, strict=True))
    assert tuple(head) == COLUMNS
    assert cells["title"] == "One well"
    assert cells["summary"] == "Water, “for all”."
    assert cells["theme"] == "Eau propre"
    assert cells["country"] == "Kenya"
    assert cells["region"]
    assert (cells["begins"], cells["ends"], cells["ongoing"]) == ("2021", "", "yes")
    assert (cells["language"], cells["published"]) == ("en", "2026-05-01")
    assert cells["address"] == page.full_url


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "+49", "-1"])
def test_no_cell_is_a_formula(client: Client, built: Callable[..., list[CaseStudyPage]], title: str) -> None:
    built(f"{title} well")

    _head, row = table_of(client, q="well")

    assert row[0] == f"'{title} well"


def test_the_table_takes_as_many_queries_for_three_studies_as_for_one(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well", "Two wells", "Three wells", "A river")
    counts = []
    for words in ("river", "river", "wells"):
        with CaptureQueriesContext(connection) as queries:
            table_of(client, q=words)
        counts.append(len(queries))

    assert counts[1] == counts[2]


def test_the_table_is_for_nobody_to_keep_and_has_a_name(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well")

    response = client.get("/fr/search/studies.csv")

    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_whoever_asks_for_tables_all_the_time_waits_a_minute(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well")

    codes = [client.get("/en/search/studies.csv").status_code for _time in range(11)]
    last = client.get("/en/search/studies.csv")

    assert codes == [200] * 10 + [429]
    assert (last["Retry-After"], last.content.decode()) == (
        "60",
        "You asked for this very often. Wait a minute, then try again.",
    )


def test_the_feed_shows_the_newest_first_whatever_the_address_sorts_by(
    client: Client, built: Callable[..., list[CaseStudyPage]], now: datetime
) -> None:
    old, new = built("An old well", "A new well")
    CaseStudyPage.objects.filter(pk=new.pk).update(first_published_at=now, last_published_at=now)
    rebuild(now=now)

    response = client.get("/en/search/feed.atom", {"q": "well", "sort": "country", "theme": "test-water"})
    feed = ElementTree.fromstring(response.content)  # our own answer

    assert [entry.findtext("a:title", "", ATOM) for entry in feed.iterfind("a:entry", ATOM)] == [
        "A new well",
        "An old well",
    ]
    assert feed.findtext("a:title", "", ATOM).endswith(": Case studies: well")
    links = {link.get("rel"): link.get("href") for link in feed.iterfind("a:link", ATOM)}
    assert links["alternate"] == "http://testserver/en/search/?q=well&theme=test-water"
    ids = [entry.findtext("a:id", "", ATOM) for entry in feed.iterfind("a:entry", ATOM)]
    assert ids[1] == f"urn:uuid:{old.translation_key}:en"


@pytest.mark.parametrize("name", ["feed.atom", "studies.csv"])
def test_while_the_search_rests_programs_are_told_when_to_come_back(
    client: Client, site_root: SiteRoot, settings: Settings, tmp_path: Path, name: str
) -> None:
    settings.SEARCH_INDEX_DIR, settings.ELASTICSEARCH_URL = tmp_path, ""

    response = client.get(f"/en/search/{name}")

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert response.content.decode() == "The search cannot answer just now. Try again in a minute."


def test_the_page_offers_both_and_says_how_many_rows(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well", "Two wells")

    content = client.get("/en/search/", {"q": "wells", "theme": "test-water"}).content.decode()

    assert 'href="/en/search/feed.atom?q=wells&amp;theme=test-water"' in content
    assert '<a href="/en/search/studies.csv?q=wells&amp;theme=test-water" download>CSV, 2 rows</a>' in content
    assert '<a href="/en/search/?q=wells&amp;theme=test-water">Link to this search</a>' in content


def test_every_column_is_explained(client: Client, site_root: SiteRoot) -> None:
    content = client.get("/en/search/help/").content.decode()

    assert [column for column in COLUMNS if column not in content] == []
