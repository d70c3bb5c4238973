"""Running heads, footers and page numbers, told from the text by where they stand and what repeats."""

import pytest

from cms.papers.furniture import furniture, heads, notes, rows_of
from cms.papers.words import Strip
from tests.factories.strips import filled, strip

HEIGHT = 842.0


def left_out(*pages: list[Strip]) -> list[str]:
    rows = [rows_of(found, page=number, height=HEIGHT) for number, found in enumerate(pages)]
    ids = furniture(rows)
    return [each.text for found in pages for each in found if id(each) in ids]


@pytest.mark.parametrize(
    "number",
    [
        "7", "– 7 –", "- 7 -", "[7]", "Page 7", "Page 7 of 9", "Page 7 sur 9", "page 7/9", "Página 7 de 9", "7 / 9",
        "7 | Page", "Page | 7", "p. 7", "pág. 7", "vii", "iv", "• 7 •", "7 of 9", "Seite 7", "(7)", "N° 7", "7.",
    ],
)  # fmt: skip
def test_a_page_number_is_known_in_many_styles(number: str) -> None:
    text = filled("a", 20, width=400)

    assert left_out([*text, strip(number, left=290, base=810)]) == [number]


@pytest.mark.parametrize("words", ["7 enfants", "Page de garde", "mixed", "Phase 2", "2011 – 2014"])
def test_words_at_the_foot_of_one_page_are_text(words: str) -> None:
    assert left_out([*filled("a", 20, width=400), strip(words, left=60, base=790)]) == []


def test_a_number_within_the_text_is_text() -> None:
    assert left_out([*filled("a", 20, width=400), strip("7", base=420), *filled("b", 5, width=400, top=450)]) == []


def test_what_repeats_at_an_edge_is_left_out_whatever_its_number() -> None:
    pages = [[strip(f"Series – {n}", base=40), *filled(f"{'pq'[n - 1]}a", 20, width=400)] for n in (1, 2)]

    assert left_out(*pages) == ["Series – 1", "Series – 2"]


def test_what_repeats_within_the_text_stays() -> None:
    pages = [[*filled(f"{n}a", 20, width=400), strip("Aim", base=500)] for n in "pq"]

    assert left_out(*pages) == []


def test_small_print_above_the_text_of_a_single_page_is_a_head() -> None:
    found = [strip("Series", base=40, size=7), *filled("a", 20, width=400)]

    assert heads(found, height=HEIGHT) == {id(found[0])}


def test_a_line_alone_at_the_very_edge_is_a_head_and_a_large_one_is_a_title() -> None:
    text = filled("a", 20, width=400)
    head, title = strip("Series", base=40), strip("Title", base=40, size=20)

    assert heads([head, *text], height=HEIGHT) == {id(head)}
    assert heads([title, *text], height=HEIGHT) == set()


def test_the_bullet_of_the_first_line_is_no_head() -> None:
    """Its font may be smaller than the text's."""
    found = [strip("•", base=60, size=7), *filled("a", 20, width=400, left=75, top=60)]

    assert heads(found, height=HEIGHT) == set()


def test_small_print_at_the_foot_is_a_note() -> None:
    note = strip("1 See the report of 2009.", base=780, size=7)

    assert notes([*filled("a", 20, width=400), note], height=HEIGHT) == {id(note)}
