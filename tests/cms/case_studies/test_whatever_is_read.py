"""Whatever a file holds: it is read or refused in a sentence, and no word of it is lost."""

import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cms.case_studies.drafts import LONGEST
from cms.case_studies.files import FileRefused, Source, read_file
from cms.case_studies.importing import import_study
from cms.case_studies.reading import read_study, study_of
from cms.case_studies.report import DOUBTS, as_json, in_words
from cms.case_studies.timeline import read_timeline
from cms.case_studies.values import Doubt
from tests.cms.case_studies.texts import ENGLISH, FRENCH
from tests.factories.cms import library
from tests.factories.organisations import OrganisationFactory
from tests.site import SiteRoot

ISO = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def said_in(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(said_in(part) for part in value.values())
    if isinstance(value, list | tuple):
        return " ".join(said_in(part) for part in value)
    return str(value)


@given(st.text(max_size=400))
@example("PROCESS:\n\nPHASE 1\n■\nTIP:\n")
@example("-\n" * 50)
@example("\ufeffSUMMARY:")
def test_any_text_is_read(text: str) -> None:
    study = read_study(text)

    assert study.language in {"en", "fr", "es"}
    assert json.loads(json.dumps(as_json(study, file="a.txt")))["file"] == "a.txt"
    assert all(isinstance(line, str) for line in in_words(study))


@given(st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=1, max_size=40))
def test_no_word_of_a_plain_letter_is_lost(words: list[str]) -> None:
    kept = said_in(asdict(read_study("A letter\n\n" + " ".join(words) + ".")))

    assert [word for word in words if word not in kept] == []


@given(st.text(max_size=120))
def test_a_timeline_is_iso_or_nothing(text: str) -> None:
    timeline, _whole = read_timeline(text)

    assert ISO.fullmatch(timeline.begins)
    assert ISO.fullmatch(timeline.ends)
    assert not (timeline.ongoing and timeline.ends)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_other_systems_write_before_a_text_is_not_part_of_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bell.txt"
    path.write_bytes(FRENCH.encode(encoding))

    source = read_file(path)

    assert study_of(source.paper) == read_study(FRENCH)
    assert source.name == "bell.txt"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="There is no file at this path"):
        read_file(tmp_path)


def test_every_doubt_has_a_sentence() -> None:
    assert set(DOUBTS) == set(Doubt) - {Doubt.FURNITURE, Doubt.BLANK_PAGES}
    assert all(str(sentence).endswith(".") for sentence in DOUBTS.values())


def test_what_is_said_in_words_names_each_place_and_each_doubt() -> None:
    lines = list(in_words(read_study(ENGLISH)))

    assert lines[1] == "  Organisation: Bell Association"
    assert "  Timeline: 2012-03 – 2012-06" in lines
    assert "  Looks like personal data: bell@bells.example" in lines
    assert lines[-1] == "  ! There is no impact."


@pytest.mark.django_db
def test_a_title_longer_than_its_column_loses_no_letter(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)
    title = "A very long title " * 20

    page = import_study(
        read_study(ENGLISH.replace("The village bell", title)),
        source=Source.known(name="a.txt", sha256="a" * 64),
        now=now,
    ).page

    assert page.title == title.strip()[: LONGEST["title"]]
    assert page.unplaced.endswith(title.strip()[LONGEST["title"] :])


@pytest.mark.django_db
def test_a_hidden_organisation_is_not_recognised(site_root: SiteRoot, now: datetime) -> None:
    """Whoever hides an organisation at risk does not want a file to bring it back."""
    library(site_root)
    OrganisationFactory(name="Bell Association", hidden=True)

    imported = import_study(read_study(ENGLISH), source=Source.known(name="a.txt", sha256="a" * 64), now=now)

    assert imported.page.organisation is None
    assert imported.page.organisation_name == "Bell Association"


@pytest.mark.django_db
def test_consent_to_publish_a_contact_never_comes_from_a_file(site_root: SiteRoot, now: datetime) -> None:
    library(site_root)

    page = import_study(read_study(ENGLISH), source=Source.known(name="a.txt", sha256="a" * 64), now=now).page

    assert page.contacts == "bell@bells.example"
    assert page.contact_consent_on is None
    assert not page.public_contacts
