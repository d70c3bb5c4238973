"""Files become drafts: once, updated, refused."""

import json
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cms.case_studies.files import FileRefused, Source, read_file
from cms.case_studies.importing import Imported, import_study
from cms.case_studies.libraries import ImportRefused
from cms.case_studies.reading import read_study, study_of
from cms.models import CaseStudyPage
from tests.cms.case_studies.texts import ENGLISH, FRENCH
from tests.factories.cms import library
from tests.factories.organisations import OrganisationFactory
from tests.site import SiteRoot


def source(*, name: str = "bell.txt", sha256: str = "a" * 64) -> Source:
    return Source.known(name=name, sha256=sha256)


def imported(text: str, now: datetime, *, replace: frozenset[str] = frozenset(), **named: Any) -> Imported:
    return import_study(read_study(text), source=source(**named), now=now, replace=replace)


def written(folder: Path, content: bytes, *, name: str = "bell.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.django_db
def test_a_study_becomes_a_draft_of_the_library_in_its_language(site_root: SiteRoot, now: datetime) -> None:
    library(site_root, language="en")
    french = library(site_root, language="fr")

    made = imported(FRENCH, now)

    page = CaseStudyPage.objects.get()
    assert made.is_new is True
    assert (page.live, page.get_parent().pk) == (False, french.pk)
    assert (page.title, page.begins, page.ongoing, page.number) == ("La cloche du village", "2014-03", True, 1)
    assert page.contact_consent_on is None
    assert page.unplaced.endswith("Un voisin a protesté au début.")


@pytest.mark.django_db
def test_a_member_is_recognised_by_its_name(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)
    member = OrganisationFactory(name="Bell Association")

    made = imported(ENGLISH, now)

    assert made.page.organisation == member


@pytest.mark.django_db
def test_the_same_file_updates_its_draft_and_a_corrected_one_too(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)
    corrected = ENGLISH.replace("each morning", "each evening")

    imported(ENGLISH, now)
    again = imported(ENGLISH, now, name="copy.txt")
    better = imported(corrected, now, name="copy.txt", sha256="b" * 64)

    page = CaseStudyPage.objects.get()
    assert (again.is_new, better.is_new) == (False, False)
    assert page.get_latest_revision_as_object().summary == "A bell was rung each evening."


@pytest.mark.django_db
def test_what_is_public_stays_until_somebody_publishes_the_new_draft(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)
    page = imported(ENGLISH, now).page
    page.get_latest_revision().publish()
    changed = ENGLISH.replace("each morning", "each evening")

    imported(changed, now)

    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (True, True)
    assert page.summary == "A bell was rung each morning."


@pytest.mark.django_db
def test_another_study_of_the_same_name_is_another_draft(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)
    other = ENGLISH.replace("The village bell", "The town bell")

    imported(ENGLISH, now)
    imported(other, now, sha256="b" * 64)

    assert list(CaseStudyPage.objects.order_by("number").values_list("title", "number")) == [
        ("The village bell", 1),
        ("The town bell", 2),
    ]


@pytest.mark.django_db
def test_without_a_library_in_its_language_a_study_is_refused(site_root: SiteRoot, now: datetime) -> None:
    with pytest.raises(ImportRefused, match="no case-study library in this language yet: French"):
        imported(FRENCH, now)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\x81\x8d nothing in any encoding", "not readable text"),
        (b"PK\x03\x04\x00\x00 a zip", "damaged or was cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or a locked office file"),
    ],
)
def test_a_hostile_file_gets_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        read_file(written(tmp_path, content))


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="There is no file"):
        read_file(tmp_path / "none.txt")


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    assert read_study(FRENCH) == study_of(read_file(written(tmp_path, FRENCH.encode("utf-16"))).paper)


@pytest.mark.django_db
def test_the_command_takes_folders_and_names_what_it_refused(site_root: SiteRoot, tmp_path: Path) -> None:
    library(site_root)
    written(tmp_path, ENGLISH.encode(), name="a.txt")
    written(tmp_path, b"", name="b.txt")
    out = StringIO()

    with pytest.raises(CommandError, match=r"Not imported: .*b\.txt"):
        call_command("import_case_study", str(tmp_path), "--json", stdout=out)

    good, bad = json.loads(out.getvalue().splitlines()[-1])["files"]
    assert good["title"] == "The village bell"
    assert good["timeline"] == {"from": "2012-03", "to": "2012-06", "ongoing": False}
    assert good["challenges"] == [{"heading": "", "text": "Not all get up at seven."}]
    assert good["warnings"] == ["There is no impact."]
    assert bad["error"] == "The file is empty."
    assert CaseStudyPage.objects.count() == 1


@pytest.mark.django_db
def test_a_dry_run_changes_nothing(site_root: SiteRoot, tmp_path: Path) -> None:
    library(site_root)

    call_command("import_case_study", str(written(tmp_path, ENGLISH.encode())), "--dry-run", stdout=StringIO())

    assert CaseStudyPage.objects.count() == 0
