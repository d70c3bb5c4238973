"""Step 9: the published case study comes back as typed JSON; Wagtail's own API is for editors only."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from cms.api.schemas import CaseStudyOut
from cms.models import CaseStudyPage
from tests.cms.case_studies.texts import FRENCH
from tests.factories.cms import library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def published(site_root: SiteRoot, folder: Path) -> CaseStudyPage:
    library(site_root, language="fr")
    file = folder / "cloche.txt"
    file.write_text(FRENCH, encoding="utf-8")
    call_command("import_case_study", str(file), stdout=StringIO())
    page = CaseStudyPage.objects.get()
    page.get_latest_revision().publish()
    return page


def test_what_was_imported_and_published_comes_back_typed(site_root: SiteRoot, client: Client, tmp_path: Path) -> None:
    page = published(site_root, tmp_path)

    listed = json.loads(client.get("/api/content/v1/case-studies/?language=fr").content)["items"]
    response = client.get("/api/content/v1/pages/", {"path": page.get_url()})
    study = CaseStudyOut.model_validate_json(response.content).model_dump()

    assert [item["id"] for item in listed] == [page.pk]
    assert study["title"] == "La cloche du village"
    assert study["timeline"] == {"begins": "2014-03", "ends": None, "ongoing": True}
    assert [phase["value"]["title"] for phase in study["process"]] == ["Choisir la cloche", "Sonner avec l’ADC"]
    assert study["contact"] is None
    assert b"Carillon" not in response.content


def test_one_document_describes_it_and_the_editors_api_is_not_public(site_root: SiteRoot, client: Client) -> None:
    described = json.loads(client.get("/api/content/v1/openapi.json").content)

    assert described["openapi"] == "3.1.0"
    assert "CaseStudyOut" in described["components"]["schemas"]
    assert client.get("/admin/api/v3/pages/").status_code in (302, 401, 403, 404)
