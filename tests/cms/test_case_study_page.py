"""The page of a case study, as the public reads it."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.models import FACETS, Article, CaseStudyPage, Country, Outcome, ReportingStage, Theme
from cms.queries import facets_of
from tests.factories.cms import case_study, library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

PHASE = {"title": "Count", "purpose": "Know who waits.", "steps": ["Visit each home."], "tips": ["Lock the list."]}


def seen(client: Client, page: CaseStudyPage) -> str:
    response = client.get(page.get_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_impact_stands_before_how_it_was_done(site_root: SiteRoot, client: Client) -> None:
    page = case_study(
        site_root, process=[("phase", PHASE)], challenges=[("passage", {"heading": "Few judges", "text": "Only one."})]
    )

    html = seen(client, page).partition("<article")[2]

    order = ["Seven ministries signed the plan.", "Three workshops turned", "Know who waits.", "Few judges"]
    assert [html.index(text) for text in order] == sorted(html.index(text) for text in order)


def test_facts_say_who_where_when_and_at_which_stage(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, begins="2021-05")
    page.countries = [Country.objects.get(code="TG")]
    page.stages = [ReportingStage.objects.get(code="follow-up")]
    page.articles = list(Article.objects.filter(code__in=["4", "12"]))
    page.save()

    html = seen(client, page)

    for fact in ("Lantern Forum for Children", "Togo", "May 2021 to today", "Follow-up", "4, 12"):
        assert f"<dd>{fact}</dd>" in html


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"begins": "2022", "ends": "2024", "ongoing": False}, "2022–2024"),
        ({"begins": "2022", "ends": "2022", "ongoing": False}, "2022"),
        ({"begins": "2021-05", "ends": "2022-06", "ongoing": False}, "May 2021 – June 2022"),
        ({"begins": "2021-05-17", "ends": "", "ongoing": False}, "17 May 2021"),
    ],
)
def test_a_span_is_said_to_the_precision_that_it_has(
    site_root: SiteRoot, client: Client, dates: dict[str, Any], said: str
) -> None:
    assert f"<dd>{said}</dd>" in seen(client, case_study(site_root, **dates))


def test_a_contact_without_consent_appears_nowhere(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, contacts="Aline Carillon\nadc@cloches.example", unplaced="Loose words of the file.")

    html = seen(client, page)

    assert page.public_contacts == ""
    assert "Carillon" not in html
    assert "cloches.example" not in html
    assert "Loose words" not in html


def test_with_consent_the_contact_is_shown(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, contacts="Aline Carillon", contact_consent_on="2026-01-11")

    assert "Aline Carillon" in seen(client, page)


def test_its_translations_are_offered_and_drafts_are_not(site_root: SiteRoot, client: Client) -> None:
    english = case_study(site_root, title="The bell", slug="bell")
    case_study(site_root, language="fr", title="La cloche", slug="cloche", translation_key=english.translation_key)
    case_study(
        site_root, language="es", title="La campana", slug="campana", translation_key=english.translation_key
    ).unpublish()

    html = seen(client, english)

    assert 'lang="fr" hreflang="fr" href="/fr/case-studies/cloche/"' in html
    assert "campana" not in html


def test_a_study_without_anything_but_a_title_is_a_page_still(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, title="Bare", summary="", impact="", begins="", ongoing=False)

    html = seen(client, page)

    assert "<h1>Bare</h1>" in html
    assert "What changed" not in html


def test_a_page_costs_the_same_with_one_or_three_of_everything(site_root: SiteRoot, client: Client) -> None:
    small = case_study(site_root, process=[("phase", PHASE)])
    large = case_study(site_root, process=[("phase", PHASE)] * 3)
    for page, count in ((small, 1), (large, 3)):
        page.countries, page.themes = Country.objects.order_by("code")[:count], Theme.objects.order_by("code")[:count]
        page.outcomes = Outcome.objects.order_by("code")[:count]
        page.save()
    seen(client, small)

    with CaptureQueriesContext(connection) as few:
        seen(client, small)
    with CaptureQueriesContext(connection) as many:
        seen(client, large)

    assert len(many) == len(few)


def test_the_library_costs_the_same_with_one_or_three_studies(site_root: SiteRoot, client: Client) -> None:
    case_study(site_root)
    address = library(site_root).get_url()
    client.get(address)

    with CaptureQueriesContext(connection) as few:
        client.get(address)
    case_study(site_root)
    case_study(site_root, title="The third")
    with CaptureQueriesContext(connection) as many:
        html = client.get(address).content.decode()

    assert "The third" in html
    assert len(many) == len(few)


def test_all_facets_of_many_pages_come_in_one_query(site_root: SiteRoot) -> None:
    first, second = case_study(site_root), case_study(site_root)
    first.stages = [ReportingStage.objects.get(code=code) for code in ("follow-up", "preparation")]
    first.save()

    with CaptureQueriesContext(connection) as queries:
        found = facets_of([first.pk, second.pk])

    assert len(queries) == 1
    assert [word.code for word in found[first.pk]["stages"]] == ["preparation", "follow-up"]
    assert found[second.pk] == {name: [] for name in FACETS}


def test_a_preview_shows_the_facets_of_the_draft(site_root: SiteRoot) -> None:
    page = case_study(site_root)
    page.countries = [Country.objects.get(code="PE")]

    response = page.make_preview_request(RequestFactory().get("/"))

    assert "<dd>Peru</dd>" in response.render().content.decode()


def test_a_study_that_goes_on_has_no_end(site_root: SiteRoot) -> None:
    page = case_study(site_root)
    page.ends = "2024"

    with pytest.raises(ValidationError, match="still going on has no end"):
        page.full_clean()


@pytest.mark.parametrize("text", ["21", "2021-13", "2021-02-32", "May 2021"])
def test_a_date_that_is_none_is_refused_with_an_example(site_root: SiteRoot, text: str) -> None:
    page = case_study(site_root)
    page.begins = text

    with pytest.raises(ValidationError, match="Write 2011, 2011-05 or 2011-05-17"):
        page.full_clean()
