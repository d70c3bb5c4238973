"""Step 3: the public finds the study, in English and in French, with facets and highlights, on both engines."""

from datetime import datetime

import pytest
from django.test import Client

from cms.models import ReportingStage, Theme
from search.actions import rebuild
from tests.factories.search import study
from tests.search.conftest import site_engine
from tests.site import SiteRoot

__all__ = ["site_engine"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(site_root: SiteRoot, now: datetime, site_engine: str) -> None:
    """One study in French, another of the same network in English, and the index built."""
    stage = ReportingStage.objects.create(code="test-follow-up", label={"en": "Follow-up test", "fr": "Suivi test"})
    theme = Theme.objects.create(
        code="test-plans", label={"en": "National action plan", "fr": "Plan d’action national"}
    )
    study(
        site_root.home("fr"),
        "Atelier consultatif et plan d’action",
        summary="Un atelier a été organisé afin de présenter les Observations finales.",
        stages=[stage],
        themes=[theme],
    )
    french = study(
        site_root.home("fr"), "Un plan d’action dans chaque préfecture", summary="Un atelier par préfecture."
    )
    study(
        site_root.home("en"),
        "An action plan in every prefecture",
        summary="One workshop a prefecture.",
        translation_key=french.translation_key,
    )
    rebuild(now=now)


@pytest.mark.usefixtures("library")
def test_an_english_question_finds_studies_in_both_languages(client: Client) -> None:
    response = client.get("/en/search/", {"q": "action plan workshop"})

    content = response.content.decode()
    assert response.status_code == 200
    assert "<mark>action plan</mark> in every prefecture" in content
    assert 'lang="fr" dir="auto" href="/fr/case-studies/atelier-consultatif-et-plan-daction/"' in content
    assert "<b>2 studies</b>" in content
    assert "Stage of the reporting cycle" in content


@pytest.mark.usefixtures("library")
def test_a_french_question_finds_the_study_and_marks_its_words(client: Client) -> None:
    response = client.get("/fr/search/", {"q": "plan d'action atelier"})

    content = response.content.decode()
    assert "<mark>Atelier</mark> consultatif et <mark>plan d’action</mark>" in content
    assert '<span class="n">1</span>' in content


@pytest.mark.usefixtures("library")
def test_a_filter_narrows_what_was_found(client: Client) -> None:
    response = client.get("/en/search/", {"q": "action plan workshop", "stage": "test-follow-up"})

    content = response.content.decode()
    assert "<b>1 study</b>" in content
    assert "Follow-up test" in content
