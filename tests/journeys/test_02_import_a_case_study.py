"""Step 2: a file of the series becomes a draft with every section in its own field; the secretariat publishes it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from cms.models import CaseStudyPage
from tests.factories.cms import library
from tests.site import SiteRoot

SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "003_5feacc86ff7e6e64.txt"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEED.exists(), reason="the series' own file is not beside this checkout"),
]


def imported(*arguments: str) -> dict[str, object]:
    out = StringIO()
    call_command("import_case_study", str(SEED), "--json", *arguments, stdout=out)
    entry: dict[str, object] = json.loads(out.getvalue().splitlines()[-1])["files"][0]
    return entry


def test_the_file_becomes_a_draft_with_every_section_in_its_own_field(site_root: SiteRoot) -> None:
    library(site_root, language="fr")

    imported()

    page = CaseStudyPage.objects.get()
    assert page.live is False
    assert page.locale.language_code == "fr"
    assert page.title == "Atelier consultatif et plan d’action"
    assert page.organisation_name == "NGO Coalition on the Rights of the Child (NGOCRC)"
    assert page.summary.startswith("Un atelier a été organisé afin de présenter")
    assert page.objective.startswith("Élaborer un plan d’action et des stratégies")
    assert (page.begins, page.ends, page.ongoing) == ("2011", "", True)
    assert page.result.startswith("Un plan d’action est élaboré par des membres")
    assert page.impact.startswith("Sensibilisation accrue aux Observations finales")
    assert page.contacts.splitlines()[0] == "M. Meas Samnang"
    assert page.contact_consent_on is None


def test_three_phases_come_with_purpose_steps_and_tips(site_root: SiteRoot) -> None:
    library(site_root, language="fr")

    imported()

    phases = [child.value for child in CaseStudyPage.objects.get().process]
    assert [phase["title"] for phase in phases] == ["Atelier consultatif", "Plan d’action", "Atelier de suivi"]
    assert [len(phase["steps"]) for phase in phases] == [5, 4, 5]
    assert [len(phase["tips"]) for phase in phases] == [1, 1, 1]
    assert phases[0]["purpose"] == "Diffuser les Observations finales."
    assert phases[2]["tips"][0] == "Intégrer le plan d’action dans le plan stratégique de l’organisation."


def test_challenges_and_recommendations_come_by_heading_and_the_rest_is_kept(site_root: SiteRoot) -> None:
    library(site_root, language="fr")

    imported()

    page = CaseStudyPage.objects.get()
    assert [child.value["heading"] for child in page.challenges] == ["Ressources humaines"]
    assert [child.value["heading"] for child in page.recommendations] == [
        "Comparaison avec le plan stratégique",
        "Plaidoyer et lobbying",
    ]
    assert page.unplaced.startswith("Les études de cas de suivi de la mise en œuvre")


def test_a_second_import_updates_the_draft_instead_of_doubling_it(site_root: SiteRoot) -> None:
    library(site_root, language="fr")

    imported()
    imported()

    page = CaseStudyPage.objects.get()
    assert page.revisions.count() == 2


def test_the_json_says_what_went_where(site_root: SiteRoot) -> None:
    entry = imported("--dry-run")

    assert CaseStudyPage.objects.count() == 0
    assert entry["language"] == "fr"
    assert entry["timeline"] == {"from": "2011", "to": None, "ongoing": True}
    assert entry["personal_data"] == [
        "info@ngocrc.org",
        "samnang.meas@ngocrc.org",
        "+855 23 882 412",
        "M. Meas Samnang",
    ]


def test_published_it_is_read_by_the_public_without_the_contact(site_root: SiteRoot, client: Client) -> None:
    library(site_root, language="fr")
    imported()
    page = CaseStudyPage.objects.get()

    page.get_latest_revision().publish()
    shown = client.get(page.get_url()).content.decode()

    assert "Atelier consultatif et plan d’action" in shown
    assert "Mettre l’accent sur les recommandations les plus importantes" in shown
    assert "Samnang" not in shown
    assert "ngocrc.org" not in shown
