"""The search as JSON: what it answers, and what it refuses in a sentence."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from cms.models import CaseStudyPage, Country, Theme
from search.actions import rebuild
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
ROOT = "/api/content/v1/"


@pytest.fixture(autouse=True)
def fresh_minute() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def built(site_root: SiteRoot, site_engine: str, now: datetime) -> Callable[..., list[CaseStudyPage]]:
    water = Theme.objects.create(code="test-water", label={"en": "Clean water", "fr": "Eau propre", "es": "Agua"})

    def build(*titles: str) -> list[CaseStudyPage]:
        home, places = site_root.home("en"), list(Country.objects.filter(code="KE"))
        pages = [study(home, title, summary="Water.", themes=[water], countries=places) for title in titles]
        rebuild(now=now)
        return pages

    return build


def asked(client: Client, path: str = "search/", **data: Any) -> dict[str, Any]:
    response = client.get(ROOT + path, data)
    assert response.status_code == 200, response.content
    answer: dict[str, Any] = response.json()
    return answer


def test_a_question_finds_what_the_page_finds(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    page, _other = built("One well", "A river")

    answer = asked(client, q="wells CRC", theme="test-water", reader="fr")

    (item,) = answer["items"]
    assert (answer["total"], answer["next"], answer["unknown"], answer["left_out"]) == (1, None, [], 0)
    assert (item["work"], item["study"]["id"]) == (str(page.translation_key), page.pk)
    assert item["title"] == [{"text": "One ", "is_marked": False}, {"text": "well", "is_marked": True}]
    theme = next(facet for facet in answer["facets"] if facet["code"] == "theme")
    assert theme["choices"] == [
        {"value": "test-water", "label": "Eau propre", "count": 1, "is_chosen": True, "below": []}
    ]
    assert [(chip["key"], chip["is_on"]) for chip in answer["expansions"]][:2] == [
        ("convention", True),
        ("committee", False),
    ]


def test_regions_hold_their_countries(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well")

    place = next(facet for facet in asked(client)["facets"] if facet["code"] == "place")

    (region,) = place["choices"]
    (country,) = region["below"]
    assert (region["count"], country["count"], country["label"]) == (1, 1, "Kenya")
    assert country["value"] == f"{region['value']}/KE"


def test_sheets_follow_each_other_by_their_address(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well", "Two wells", "Three wells")

    first = asked(client, q="wells", limit=2)
    second = client.get(first["next"]).json()

    assert first["next"] == f"http://testserver{ROOT}search/?q=wells&limit=2&page=2"
    assert (len(first["items"]), len(second["items"]), second["next"]) == (2, 1, None)


def test_it_takes_as_many_queries_for_three_studies_as_for_one(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    built("One well", "Two wells", "Three wells", "A river")
    counts = []
    for words in ("river", "river", "wells"):
        with CaptureQueriesContext(connection) as queries:
            asked(client, q=words)
        counts.append(len(queries))

    assert counts[1] == counts[2]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"theme": "nowhere"}, "“nowhere” is no value of a filter."),
        ({"from": "2021", "to": "2019"}, "The years stood the wrong way round: we searched from 2019 to 2021."),
        (
            {"page": "101", "limit": "100"},
            "The list ends after 10,000 studies: choose filters or more words to see others.",
        ),
        ({"from": "1066"}, "“1066” is no year from 1950 to 2099, and was left out. Write four digits, such as 2019."),
    ],
)
def test_what_the_page_would_leave_out_is_refused_in_a_sentence(
    client: Client, built: Callable[..., list[CaseStudyPage]], data: dict[str, str], sentence: str
) -> None:
    built("One well")

    response = client.get(f"{ROOT}search/", data)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == sentence


@pytest.mark.parametrize(
    "address",
    [
        "search/?sort=sideways",
        "search/?limit=101",
        "search/?page=0",
        "search/?reader=zz",
        "search/?from=soon",
        f"search/?q={'a' * 5001}",
        "search/complete/?q=a",
        "search/complete/",
    ],
)
def test_what_has_another_form_is_refused_with_its_place(client: Client, site_root: SiteRoot, address: str) -> None:
    response = client.get(ROOT + address)

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"].startswith("query.")


def test_completion_says_what_each_line_is(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    built("One well")

    assert asked(client, "search/complete/", q="eau pro", reader="fr")["items"] == [
        {
            "label": "Eau propre",
            "language": "fr",
            "kind": "theme",
            "value": "test-water",
            "name": "Thème",
            "href": "/fr/search/?theme=test-water",
        }
    ]


def test_similar_studies_are_those_under_the_study(client: Client, built: Callable[..., list[CaseStudyPage]]) -> None:
    first, second, third = built("A well for one school", "A well for two schools", "A well for three schools")

    answer = asked(client, f"case-studies/{first.pk}/similar/")

    assert {item["id"] for item in answer["items"]} == {second.pk, third.pk}


def test_a_study_that_is_not_public_has_no_similar_ones(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    first, _second = built("A well for one school", "A well for two schools")
    first.unpublish()

    assert client.get(f"{ROOT}case-studies/{first.pk}/similar/").status_code == 404


def test_whoever_asks_all_the_time_waits_a_minute(
    client: Client, site_root: SiteRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.api.v1.PER_MINUTE", 0)

    codes = [client.get(f"{ROOT}search/complete/", {"q": "well"}).status_code for _time in range(2)]
    said = client.get(f"{ROOT}search/complete/", {"q": "well"}).json()["detail"]

    assert codes[1] == 429
    assert said == "You asked more than 0 times in a minute. Wait a minute."


def test_while_the_search_rests_it_says_so(
    client: Client, site_root: SiteRoot, settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_INDEX_DIR, settings.ELASTICSEARCH_URL = tmp_path, ""

    response = client.get(f"{ROOT}search/", {"q": "well"})

    assert response.status_code == 503
    assert response.json()["detail"] == "The search cannot answer just now. Try again in a minute."
