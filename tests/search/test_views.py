"""The search page: one address a state, no JavaScript, the same on both engines."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from wagtail.models import PageViewRestriction

from cms.models import CaseStudyPage, Theme
from search.actions import rebuild
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def water(site_root: SiteRoot) -> Theme:
    return Theme.objects.create(code="test-water", label={"en": "Clean water", "fr": "Eau propre", "es": "Agua limpia"})


@pytest.fixture
def built(site_root: SiteRoot, site_engine: str, now: datetime, water: Theme) -> Callable[..., list[CaseStudyPage]]:
    """Publishes studies of these titles in English and builds the index."""

    def build(*titles: str) -> list[CaseStudyPage]:
        pages = [study(site_root.home("en"), title, summary="Water for all.", themes=[water]) for title in titles]
        rebuild(now=now)
        return pages

    return build


def page_of(client: Client, **data: str) -> str:
    response = client.get("/en/search/", data)
    assert response.status_code == 200
    return response.content.decode()


def test_it_takes_as_many_queries_for_one_study_as_for_three(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well", "Two wells", "Three wells", "A river")
    page_of(client, q="river")

    with CaptureQueriesContext(
        connection,
    ) as for_one:
        one = page_of(client, q="river")
    with CaptureQueriesContext(connection) as for_three:
        three = page_of(client, q="wells")

    assert "<b>1 study</b>" in one
    assert "<b>3 studies</b>" in three
    assert len(for_one) == len(for_three)


def test_what_was_unpublished_a_moment_ago_is_not_shown(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    first, _second = built("Hidden well", "Open well")
    first.unpublish()

    assert "Hidden" not in page_of(client, q="well")


def test_a_restricted_study_is_neither_found_nor_counted(
    client: Client, site_root: SiteRoot, built: Callable[..., list[CaseStudyPage]], now: datetime
) -> None:
    secret, _open = built("Secret well", "Open well")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    rebuild(now=now)

    content = page_of(client, q="well")

    assert "<b>1 study</b>" in content
    assert "Secret" not in content


def test_a_theme_in_spanish_finds_an_english_study(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well")

    content = client.get("/es/search/", {"q": "agua limpia"}).content.decode()

    title = '<a lang="en" dir="auto" href="/en/case-studies/one-well/">One well</a>'
    assert f'{title} <span class="lang">en</span>' in content


def test_a_chosen_filter_is_a_chip_that_takes_it_away(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well", "Two wells")

    content = page_of(client, q="well", theme="test-water", sort="newest")

    assert 'href="?q=well&amp;sort=newest"><span>Theme: <b>Clean water</b>' in content
    assert 'name="theme" value="test-water" checked' in content


def test_nothing_found_says_what_was_tried(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well")

    content = page_of(client, q="well AND zeppelin")

    assert "No study matches these words" in content
    assert "<q>zeppelin</q>" in content
    assert "leaving out <s>zeppelin</s>" in content
    assert "Clean water (1)" in content


@pytest.mark.parametrize(
    "data",
    [
        {"q": '"'},
        {"q": "a" * 6000},
        {"q": "x", "page": "99999"},
        {"q": "x", "page": "-1"},
        {"q": "x", "sort": "sideways"},
        {"theme": '") OR ("'},
        {"place": "nowhere", "from": "soon", "to": "²²²²"},
        {"from": "2030", "to": "1990"},
        {"off": "convention", "also": "committee", "q": "CRC"},
    ],
)
def test_no_address_breaks_it(client: Client, built: Callable[..., list[CaseStudyPage]], data: dict[str, str]) -> None:
    built("One well")

    page_of(client, **data)


def test_pages_follow_each_other_and_end(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built(*(f"Well {number}" for number in range(12)))

    second = page_of(client, q="well", page="2")
    beyond = client.get("/en/search/", {"q": "well", "page": "3"})

    assert second.count("<h3><a") == 2
    assert 'href="?q=well" rel="prev"' in second
    assert beyond.status_code == 404
    assert "There are 2 pages." in beyond.content.decode()
    assert 'href="?q=well&amp;page=2">Go to the last page' in beyond.content.decode()


def test_what_is_typed_comes_back_escaped(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("<b>Bold</b> wells")

    content = page_of(client, q='well "><script>')

    assert "<script>" not in content
    assert "&lt;b&gt;Bold&lt;/b&gt; <mark>wells</mark>" in content


def test_before_the_first_build_a_sentence_says_so(client: Client, site_root: SiteRoot, site_engine: str) -> None:
    response = client.get("/en/search/", {"q": "well"})

    assert response.status_code == 503
    assert "The search cannot answer just now" in response.content.decode()


def test_without_elasticsearch_the_embedded_index_answers(
    client: Client, site_root: SiteRoot, settings: Settings, tmp_path: Path, now: datetime
) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    study(site_root.home("en"), "One well")
    rebuild(now=now)

    assert "<b>1 study</b>" in page_of(client, q="well")


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({"from": "2019", "to": "2021"}, "?q=well"),
        ({"from": "2019", "to": "2021", "theme": "test-water"}, "?q=well&amp;theme=test-water"),
    ],
)
def test_the_years_are_taken_away_together(
    client: Client, built: Callable[..., list[CaseStudyPage]], chosen: dict[str, str], kept: str
) -> None:
    built("One well")

    content = page_of(client, q="well", **chosen)

    assert f'href="{kept}"><span>Years: <b>2019–2021</b>' in content


def test_a_value_that_no_vocabulary_knows_can_still_be_taken_away(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well")

    content = page_of(client, q="well", theme="long-gone")

    assert "<b>long-gone</b>" in content
    assert 'href="?q=well"' in content


def test_what_was_switched_is_carried_by_the_forms_and_can_be_switched_back(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("Reporting under the CRC")

    content = page_of(client, q="CRC", off="convention")

    assert '<input type="hidden" name="off" value="convention">' in content
    assert 'href="?q=CRC"' in content


def test_only_questions_are_answered(client: Client, site_root: SiteRoot) -> None:
    answers = [client.post(address).status_code for address in ("/en/search/", "/en/search/complete/")]

    assert answers == [405, 405]
