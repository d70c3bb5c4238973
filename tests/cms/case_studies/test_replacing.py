"""Importing again what an editor has changed since: their words stay, unless --replace says otherwise."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from cms.models import CaseStudyPage
from tests.cms.case_studies.texts import ENGLISH
from tests.factories.cms import library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
THEIRS = "An editor wrote this."


@pytest.fixture
def paper(site_root: SiteRoot, tmp_path: Path) -> Path:
    """A file whose draft an editor has changed since it was imported."""
    library(site_root)
    path = tmp_path / "bell.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    imported(path)
    page = draft()
    page.summary = THEIRS
    page.save_revision()
    return path


def imported(path: Path, *arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("import_case_study", str(path), "--json", *arguments, stdout=out)
    entry: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])["files"][0]
    return entry


def draft() -> CaseStudyPage:
    page: CaseStudyPage = CaseStudyPage.objects.get().get_latest_revision_as_object()
    return page


def test_what_an_editor_wrote_stays_and_the_report_says_so(paper: Path) -> None:
    entry = imported(paper)

    assert draft().summary == THEIRS
    assert entry["warnings"][-1] == (
        "Left as an editor changed it: Summary. To take the file’s words, import again with --replace."
    )


def test_replace_takes_the_words_of_the_file(paper: Path) -> None:
    entry = imported(paper, "--replace")

    assert draft().summary == entry["summary"] != THEIRS
    assert not any("Left as an editor" in warning for warning in entry["warnings"])
    assert CaseStudyPage.objects.count() == 1


def test_replace_in_a_dry_run_changes_nothing(paper: Path) -> None:
    imported(paper, "--replace", "--dry-run")

    assert draft().summary == THEIRS


def test_a_field_that_says_the_same_is_not_named(paper: Path) -> None:
    page = draft()
    page.summary = imported(paper, "--dry-run")["summary"] + "  \n"
    page.save_revision()

    assert not any("Left as an editor" in warning for warning in imported(paper)["warnings"])
