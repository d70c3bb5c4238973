"""Data become sheets of paper, and nothing else becomes of them."""

from typing import Any

import pypdfium2
import pytest

from cms.press import PressRefused, Printed, limits, pressed
from cms.queries.studies import HOUSE_MARK
from cms.rules.palette import Palette

LABELS = {
    "changed": "What changed",
    "how": "How it was done",
    "purpose": "Purpose:",
    "tip": "Tip",
    "use": "Use this study",
    "contact": "Contact",
    "cite": "Cite",
}


def sheet(**fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("lede", "impact", "contact", "published", "licence", "licence-url"), "")
    lists: dict[str, Any] = {name: [] for name in ("keywords", "facts", "figures", "texts", "phases", "passages")}
    return {
        **empty,
        **lists,
        "language": "en",
        "direction": "ltr",
        "network": {"name": "Kite", "short": "Kite", "line": "", "mark": HOUSE_MARK.read_text()},
        "colours": dict(Palette.read({}).light),
        "series": "Case study",
        "title": "The bell",
        "organisation": "Lantern Forum",
        "words": LABELS,
        "numerals": ["1", "2", "3"],
        "citation": "Lantern Forum. The bell.",
        "address": "https://kite.example/en/study/1/",
        **fields,
    }


def words(printed: Printed) -> str:
    paper = pypdfium2.PdfDocument(printed.content)
    try:
        return "\n".join(paper[number].get_textpage().get_text_range() for number in range(len(paper)))
    finally:
        paper.close()


def test_the_smallest_study_is_one_tagged_sheet() -> None:
    printed = pressed("study", sheet())

    assert printed.sheets == 1
    assert "The bell" in words(printed)
    assert b"/StructTreeRoot" in printed.content
    assert b"pdfuaid" in printed.content


def test_a_long_study_has_as_many_sheets_as_it_says() -> None:
    printed = pressed("study", sheet(texts=[["Summary", "\n".join(["All of it was done slowly. " * 30] * 12)]]))

    assert printed.sheets == len(pypdfium2.PdfDocument(printed.content)) > 1


@pytest.mark.parametrize(
    "hostile",
    [
        '#read("/etc/passwd")',
        "#while true {}",
        "*bold* _set_ $x^2$ `code` <label> @label",
        '"] #panic("out") [',
        "\\u{0} \\ // comment /* block */",
        '= Heading\n- list\n#include "child.py"',
    ],
)
def test_whatever_somebody_writes_stands_there_as_they_wrote_it(hostile: str) -> None:
    printed = pressed("study", sheet(title=f"Before {hostile} after", texts=[["Summary", hostile]], contact=hostile))

    found = words(printed).replace("\r\n", " ")
    assert printed.sheets == 1
    assert "Before" in found
    assert "root:" not in found
    for part in hostile.split()[:1]:
        assert part in found


def test_numbers_beyond_the_numerals_do_not_break_a_phase() -> None:
    phase = {"title": "Many", "purpose": "", "steps": [f"Step {n}." for n in range(9)], "tips": ["Rest."]}

    printed = pressed("study", sheet(phases=[phase]))

    assert "Step 8." in words(printed)


def test_too_much_is_refused_in_a_sentence_before_anything_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 100)
    monkeypatch.setattr("cms.press.process.subprocess.run", lambda *_a, **_k: pytest.fail("it was started"))

    with pytest.raises(PressRefused, match="Print the page itself"):
        pressed("study", sheet())


def test_a_compiler_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.01)

    with pytest.raises(PressRefused):
        pressed("study", sheet())


@pytest.mark.parametrize("data", [{}, sheet(network={"name": "Kite", "short": "", "line": "", "mark": "<no drawing"})])
def test_what_the_compiler_cannot_set_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(PressRefused):
        pressed("study", data)


def test_a_layout_that_is_none_is_refused() -> None:
    with pytest.raises(PressRefused):
        pressed("nothing", sheet())
