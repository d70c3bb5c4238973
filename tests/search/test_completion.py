"""What is offered while somebody types."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

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


def test_completion_says_what_each_line_is_and_where_it_leads(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    (page,) = built("Zephyr of the north")

    labels = client.get("/en/search/complete/", {"q": "clean wat"}).json()["completions"]
    titles = client.get("/en/search/complete/", {"q": "zep"}).json()["completions"]
    credits = client.get("/en/search/complete/", {"q": "lant"}).json()["completions"]

    said = [(item["label"], item["name"], item["href"]) for item in (*labels, *titles, *credits)]
    assert said == [
        ("Clean water", "Theme", "/en/search/?theme=test-water"),
        ("Zephyr of the north", "Study", f"/en/search/work/{page.translation_key}/"),
        ("Lantern Forum for Children", "Organisation", "/en/search/?q=%22Lantern+Forum+for+Children%22"),
    ]


def test_a_title_that_was_taken_leads_to_its_page_in_the_readers_language_or_in_its_own(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    (page,) = built("One well")

    found = client.get(f"/fr/search/work/{page.translation_key}/")
    page.unpublish()
    gone = client.get(f"/fr/search/work/{page.translation_key}/")

    assert (found.status_code, found["Location"]) == (302, "/en/case-studies/one-well/")
    assert gone.status_code == 404


@pytest.mark.parametrize("typed", ["", "w", " w ", "¿?"])
def test_nothing_is_offered_before_the_second_letter(client: Client, site_root: SiteRoot, typed: str) -> None:
    assert client.get("/en/search/complete/", {"q": typed}).json() == {"completions": [], "said": ""}


def test_what_is_called_alike_in_two_languages_is_offered_once_in_the_readers_own(
    client: Client, built: Callable[..., list[CaseStudyPage]]
) -> None:
    Theme.objects.create(code="test-budget", label={"en": "Budgets here", "fr": "Budgets ici", "es": "Presupuestos"})
    built("One well")

    answer = client.get("/fr/search/complete/", {"q": "budgets"}).json()

    mine = [item["label"] for item in answer["completions"] if item["value"] == "test-budget"]
    assert mine == ["Budgets ici"]
