"""Similar studies under a case study."""

from datetime import datetime
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from cms.models import CaseStudyPage
from search.actions import rebuild
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def shown(page: CaseStudyPage) -> str:
    context = Context({"page": page, "request": RequestFactory().get("/en/")})
    return Template("{% load studies_like %}{% studies_like page %}").render(context)


def test_it_shows_the_studies_that_are_about_the_same(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    home = site_root.home("en")
    page = study(home, "Judges learn about children", summary="Training for judges in family courts.")
    study(home, "A court that listens", summary="Judges and courts hear children after training.")
    study(home, "Wells for schools", summary="Clean water.")
    rebuild(now=now)

    assert shown(page).index("A court that listens") > 0
    assert "Judges learn about children" not in shown(page)


def test_without_an_index_the_page_does_without(site_root: SiteRoot, settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR, settings.ELASTICSEARCH_URL = tmp_path, ""
    page = study(site_root.home("en"), "Alone")

    assert shown(page).strip() == ""
