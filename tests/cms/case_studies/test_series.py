"""Whole studies, set in the ways in which people set such papers: every field exact, no word lost."""

from collections.abc import Callable

import pytest

from cms.case_studies.files import source_of
from cms.case_studies.reading import study_of
from cms.case_studies.report import as_json
from tests.bench.importing.measuring import FIELDS, level
from tests.factories.layouts import LOOKS, Look, lines_of, typed, typeset
from tests.factories.studies import STUDIES, Entry
from tests.factories.words import lost_and_made_up

LANGUAGES = list(STUDIES)


def checked(content: bytes, study: Entry) -> None:
    source = source_of(content, name="study")
    found = study_of(source.paper)
    said = as_json(found, file="study")

    assert {name: level(said[name]) for name in FIELDS} == {name: level(study[name]) for name in FIELDS}
    assert level(study["preamble"]) in level(said["unplaced"])
    assert lost_and_made_up(source.paper, found) == ([], [])


@pytest.mark.parametrize(("number", "name"), list(enumerate(LOOKS)))
def test_a_pdf_is_read_field_by_field(number: int, name: str) -> None:
    study = STUDIES[LANGUAGES[number % 3]]

    checked(typeset(study, LOOKS[name]), study)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_columns_are_read_in_every_language(language: str) -> None:
    checked(typeset(STUDIES[language], Look(columns=2, size=10.5)), STUDIES[language])


@pytest.mark.parametrize(
    "make",
    [typed, lambda study: typed(study, styled=False), lambda study: typed(study, table=True)],
    ids=["styled", "plain", "table"],
)
def test_a_word_file_is_read_field_by_field(make: Callable[[Entry], bytes]) -> None:
    checked(make(STUDIES["es"]), STUDIES["es"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_is_read_field_by_field(language: str, encoding: str) -> None:
    checked(lines_of(STUDIES[language]).encode(encoding), STUDIES[language])


def test_what_is_left_out_is_named() -> None:
    found = study_of(source_of(typeset(STUDIES["fr"], Look(columns=2, size=12)), name="a.pdf").paper)

    assert "Études de cas de suivi" in found.furniture
    assert as_json(found, file="a.pdf")["warnings"][0].startswith(
        "Left out as running heads, footers or page numbers: “Études de cas de suivi”"
    )
