"""Whole studies, set in the ways in which people set such papers: every field exact, no word lost."""

import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest

from cms.case_studies.files import source_of
from cms.case_studies.reading import read_study, study_of
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


def numbered(text: str) -> str:
    """Headings as "1. Summary"."""
    count = iter(range(1, 99))
    return re.sub(
        r"^([^\W\d_][^\n:a-z]*): $", lambda match: f"{next(count)}. {match[1].capitalize()}", text, flags=re.M
    )


def without_accents(text: str) -> str:
    """As some programs write capitals."""
    plain = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    pairs = zip(text.split("\n"), bare.split("\n"), strict=True)
    return "\n".join(other if line.endswith(": ") else line for line, other in pairs)


def counted(text: str, form: str, names: Sequence[str] = "123456") -> str:
    """Each phase's steps numbered anew."""
    count = iter(names)

    def numbered_step(match: re.Match[str]) -> str:
        nonlocal count
        if match[0] != "■■ ":
            count = iter(names)
            return match[0]
        return form.format(next(count))

    return re.sub(r"^■■ |^(?:PHASE|FASE) ", numbered_step, text, flags=re.M)


def capitalised(match: re.Match[str]) -> str:
    """ "PHASE 1 – TITLE" as "Phase 1 Title"."""
    return f"{match[1].capitalize()} {match[2].capitalize()}"


WRITTEN: dict[str, Callable[[str], str]] = {
    "numbered": numbered,
    "without accents": without_accents,
    "dense": lambda text: re.sub(r"\n\n+", "\n", text),
    "phases over two lines": lambda text: re.sub(r"^((?:PHASE|FASE) \d –) ", r"\1\n", text, flags=re.M),
    "long dashes": lambda text: text.replace("–", "—"),
    "round bullets": lambda text: text.replace("■■ ", "o "),
    "arrows": lambda text: text.replace("■■ ", "➢ "),
    "plus signs": lambda text: text.replace("■■ ", "+ "),
    "numbers": lambda text: counted(text, "{}. "),
    "numbers with a stroke": lambda text: counted(text, "{}/ "),
    "numbers with a dash": lambda text: counted(text, "{} – "),
    "numbers of two parts": lambda text: counted(text, "2.{} "),
    "small letters": lambda text: counted(text, "{}) ", "abcdefgh"),
    "large letters": lambda text: counted(text, "{}. ", "ABCDEFGH"),
    "roman numbers": lambda text: counted(text, "({}) ", ("i", "ii", "iii", "iv", "v", "vi")),
    "phases without a mark": lambda text: re.sub(r"^((?:PHASE|FASE) \d) – (.*)", capitalised, text, flags=re.M),
    "numbered challenges": lambda text: re.sub(r"^(?=[^\W\d_][^\n:a-z]*$)(?!PHASE|FASE)", "2. ", text, flags=re.M),
    "tips with a cry": lambda text: re.sub(r"➜■(\w+) :", r"\1 !", text),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WRITTEN)
def test_a_text_is_read_however_it_was_written(language: str, way: str) -> None:
    study = STUDIES[language]
    said = as_json(read_study(WRITTEN[way](lines_of(study))), file="study")

    assert {name: level(said[name]) for name in FIELDS} == {name: level(study[name]) for name in FIELDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sidebar_with_headings_of_its_own_does_not_break_the_text(language: str) -> None:
    study = STUDIES[language]

    checked(typeset(study, Look(sidebar=True, capitals=False, colon=False)), study)


def test_what_is_left_out_is_named() -> None:
    found = study_of(source_of(typeset(STUDIES["fr"], Look(columns=2, size=12)), name="a.pdf").paper)

    assert "Études de cas de suivi" in found.furniture
    assert as_json(found, file="a.pdf")["warnings"][0].startswith(
        "Left out as running heads, footers or page numbers: Études de cas de suivi · "
    )
