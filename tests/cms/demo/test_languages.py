"""What the demo says is said in English, French and Spanish, each in words of its own."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cms.languages import LANGUAGES

DATA = Path(settings.BASE_DIR) / "cms" / "demo" / "data"
# As in a real library, a study is written in the languages of those who wrote it.
WRITTEN_WHERE_THEY_ARE = {"case_studies"}
# A name or a date may be the same in two languages; a sentence is not.
A_SENTENCE = 4


def read(name: str) -> Any:
    found = json.loads((DATA / f"{name}.json").read_text())
    # The draft of the bulletin is there to show an editor what is missing.
    return [issue for issue in found if issue["until"] != "draft"] if name == "bulletin" else found


def texts(value: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Whatever is said by language, with the place where it stands."""
    if isinstance(value, dict) and set(LANGUAGES) & set(value):
        yield at, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(inner, f"{at}/{key}")


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from sentences(inner)
    elif isinstance(value, str) and len(value.split()) >= A_SENTENCE:
        yield value


@pytest.mark.parametrize("name", sorted({path.stem for path in DATA.glob("*.json")} - WRITTEN_WHERE_THEY_ARE))
def test_what_is_said_is_said_in_every_language(name: str) -> None:
    said = [(at, [code for code in LANGUAGES if text.get(code)]) for at, text in texts(read(name))]

    assert len(said) > 5
    assert [(at, codes) for at, codes in said if codes not in ([], list(LANGUAGES))] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.json")))
def test_no_sentence_was_left_in_another_language(name: str) -> None:
    places = [(at, [set(sentences(text.get(code))) for code in LANGUAGES]) for at, text in texts(read(name))]

    left = [at for at, (english, french, spanish) in places if english & french | english & spanish | french & spanish]

    assert left == []


def test_every_decision_is_named_in_every_language() -> None:
    with (DATA / "decisions.csv").open() as file:
        rows = list(csv.DictReader(file, delimiter=";"))

    titles = [[row[code] for code in LANGUAGES] for row in rows]

    assert len(titles) > 20
    assert [title for title in titles if not all(title) or len(set(title)) < len(LANGUAGES)] == []
