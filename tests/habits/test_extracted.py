"""Every string that the code says is in the translators' files: what nobody extracted would be shown in English."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation import templatize

from tests.habits.house import ROOT, source_files
from tests.habits.test_translations import LANGUAGES, catalogue, named

WORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}


def said_in(code: str) -> Iterator[str]:
    for _line, message, _comments, _context in extract("python", io.BytesIO(code.encode()), keywords=WORDS):
        yield message if isinstance(message, str) else message[0]


@cache
def strings_of_the_code() -> dict[str, str]:
    """Each with a file that says it."""
    found = {text: str(path.relative_to(ROOT)) for path in source_files() for text in said_in(path.read_text())}
    for path in templates():
        # What templatize leaves of the markup is indented anyhow: within brackets Python does not mind.
        code = f"({templatize(path.read_text())})"
        found.update(dict.fromkeys(said_in(code), str(path.relative_to(ROOT))))
    return found


def templates() -> list[Path]:
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in (".html", ".txt", ".svg", ".xml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_was_left_out_of_the_translators_file(language: str) -> None:
    known = {named(message) for message in catalogue(language)}

    missing = {text: path for text, path in strings_of_the_code().items() if text not in known}

    assert len(strings_of_the_code()) > 2000
    assert missing == {}
