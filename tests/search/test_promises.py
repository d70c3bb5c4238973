"""What people may rely on, asked through the search page, on both engines."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from cms.languages import translated
from cms.models import Country, Theme
from search.actions import rebuild
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
TITLE = re.compile(r'<h3><a[^>]*href="[^"]*/case-studies/([^/"]+)/"')

# The question, and the studies that it finds.
FOUND = {
    "woman": {"women-on-the-bench"},
    "women": {"women-on-the-bench"},
    "discriminate": {"discrimination-at-school"},
    '"rule of law"': {"the-rule-of-law"},
    "rule of law": {"the-rule-of-law", "law-and-rule"},
    "judicial NOT independence": {"judicial-training"},
    "democra*": {"democratic-councils"},
    "Türkiye": {"judicial-training"},
    "Turkiye": {"judicial-training"},
    "CRC": {"reporting-under-the-crc", "la-cde-expliquee"},
    "CDE": {"reporting-under-the-crc", "la-cde-expliquee"},
    "CDN": {"reporting-under-the-crc", "la-cde-expliquee"},
    '"Western Africa"': {"law-and-rule"},
    "Kenya": {"democratic-councils"},
    '"Eastern Africa"': {"democratic-councils"},
    '"África oriental"': {"democratic-councils"},
    '"Afrique orientale"': {"democratic-councils"},
    '"شرق أفريقيا"': {"democratic-councils"},
}


@pytest.fixture
def library(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    french, english = site_root.home("fr"), site_root.home("en")
    care = Theme.objects.create(
        code="test-care", label=translated(en="Kinship", fr="Parenté", es="Acogimiento familiar")
    )
    study(english, "Women on the bench", summary="A court of judges. Judicial independence was kept.")
    study(english, "The rule of law", slug="the-rule-of-law", summary="Pupils read.")
    study(english, "Law and rule", summary="A rule, and then a law.", countries=[Country.objects.get(code="TG")])
    study(english, "Discrimination at school", summary="It ended.")
    study(english, "Judicial training", summary="Training for a career in Türkiye.")
    study(english, "Democratic councils", summary="A town’s own.", countries=[Country.objects.get(code="KE")])
    study(english, "Reporting under the CRC", summary="Written by pupils.")
    study(french, "La CDE expliquée", slug="la-cde-expliquee", summary="Pour tous.", themes=[care])
    rebuild(now=now)


def slugs(client: Client, text: str, page: str = "en") -> list[str]:
    response = client.get(f"/{page}/search/", {"q": text})
    assert response.status_code == 200
    return TITLE.findall(response.content.decode())


@pytest.mark.usefixtures("library")
def test_every_promise_about_words_is_kept(client: Client) -> None:
    assert {text: set(slugs(client, text)) for text in FOUND} == FOUND


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("page", ["en", "fr", "es"])
def test_a_theme_in_spanish_finds_a_study_in_french_on_every_page(client: Client, page: str) -> None:
    assert slugs(client, "acogimiento familiar", page)[0] == "la-cde-expliquee"


def test_an_empty_question_lists_all_the_newest_first(
    client: Client, site_root: SiteRoot, site_engine: str, now: datetime
) -> None:
    for title, month in (("Older", 2), ("Newest", 5), ("Newer", 4)):
        study(site_root.home("en"), title, first_published_at=datetime(2026, month, 1, tzinfo=UTC))
    rebuild(now=now)

    assert slugs(client, "") == ["newest", "newer", "older"]


@pytest.mark.usefixtures("library")
def test_five_thousand_letters_of_nonsense_are_answered_with_a_sentence(client: Client) -> None:
    """How fast is the bench's to say: `long_query_ratio`."""
    nonsense = " ".join(f"xq{number}zzvw" for number in range(500))[:5000]

    content = client.get("/en/search/", {"q": nonsense}).content.decode()

    assert "No study matches these words" in content
