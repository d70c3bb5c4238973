"""Reading order by geometry alone: columns, zones, and what only looks like a gutter. No PDF, no database."""

from cms.papers.columns import Span, columns, gutters
from cms.papers.gutters import Gutter, as_elsewhere, gutter_of
from cms.papers.words import Strip
from tests.factories.strips import LINE, filled, lines, strip

PAGE = 595.0
RIGHT = 315.0


def order(found: list[Strip], *, known: tuple[Gutter, ...] = ()) -> list[str]:
    """The first letters of each line as it is read."""
    span = Span.of(found, page=PAGE)
    return [each.text.rstrip("x") for column in columns(found, span=span, known=known) for each in column]


def numbered(name: str, count: int) -> list[str]:
    return [f"{name}{number}" for number in range(count)]


def test_one_column_is_read_from_above() -> None:
    assert order(filled("a", 5, width=470)) == numbered("a", 5)


def test_two_columns_are_read_one_after_the_other() -> None:
    assert order([*filled("a", 6), *filled("b", 6, left=RIGHT)]) == [*numbered("a", 6), *numbered("b", 6)]


def test_three_columns_are_read_one_after_the_other() -> None:
    found = [
        *filled("a", 6, width=140),
        *filled("b", 6, width=140, left=220),
        *filled("c", 6, width=140, left=380),
    ]

    assert order(found) == [*numbered("a", 6), *numbered("b", 6), *numbered("c", 6)]
    assert len(list(gutters(found, span=Span.of(found, page=PAGE)))) == 2


def test_columns_whose_lines_do_not_stand_level_are_columns_too() -> None:
    found = [*filled("a", 8), *filled("b", 8, left=RIGHT, top=105)]

    assert order(found) == [*numbered("a", 8), *numbered("b", 8)]


def test_a_gutter_as_narrow_as_a_letter_parts_columns() -> None:
    assert order([*filled("a", 6), *filled("b", 6, left=290)]) == [*numbered("a", 6), *numbered("b", 6)]


def test_a_line_over_both_columns_parts_what_is_above_from_what_is_below() -> None:
    middle = strip("M" * 90, base=100 + 5 * LINE)
    above = [*filled("a", 4), *filled("b", 4, left=RIGHT)]
    below = [*filled("c", 4, top=100 + 7 * LINE), *filled("d", 4, left=RIGHT, top=100 + 7 * LINE)]

    found = [*above, middle, *below]

    assert order(found) == [
        *numbered("a", 4),
        *numbered("b", 4),
        "M" * 90,
        *numbered("c", 4),
        *numbered("d", 4),
    ]


def test_a_heading_that_happens_to_stand_level_with_white_beside_it_parts_nothing() -> None:
    """Left and right of the gutter the lines go on at heights of their own."""
    heading = strip("Phase 1", base=166, bold=True)
    left = [*filled("a", 4), heading, *filled("b", 4, top=183)]
    right = [*filled("c", 5, left=RIGHT), *filled("d", 5, left=RIGHT, top=177)]

    assert order([*left, *right]) == [
        *numbered("a", 4),
        "Phase 1",
        *numbered("b", 4),
        *numbered("c", 5),
        *numbered("d", 5),
    ]


def test_a_river_of_wide_spaces_is_no_gutter() -> None:
    """In justified lines white may stand above white; but other lines cross it, and nothing begins below it."""
    places = (150, 181, 140, 172, 158)
    rivers = [
        piece
        for number, place in enumerate(places)
        for piece in (
            strip("x" * ((place - 70) // 5), base=100 + 2 * number * LINE),
            strip("y" * ((270 - place) // 5), left=place, base=100 + 2 * number * LINE),
        )
    ]
    between = [strip("z" * 44, base=100 + (2 * number + 1) * LINE) for number in range(5)]

    assert gutter_of([*rivers, *between]) is None


def test_columns_that_are_alike_are_not_parted_by_a_river() -> None:
    """A column of half the page has no room for two."""
    rows = [100 + number * LINE for number in range(5)]
    left = [piece for at in rows for piece in (strip("a" * 18, base=at), strip("b" * 24, left=160, base=at))]

    read = list(columns([*left, *filled("c", 10, left=RIGHT)], span=Span(60, 535)))

    assert [len(column) for column in read] == [10, 10]


def test_bullets_with_their_lines_are_no_columns() -> None:
    found = [*lines("•••••"), *filled("a", 5, width=400, left=80)]

    assert gutter_of(found) is None


def test_labels_beside_what_they_name_are_no_columns() -> None:
    found = [*lines(["Organisation", "Calendrier..", "Coordonnées."]), *filled("a", 3, width=300, left=200)]

    assert gutter_of(found) is None


def test_a_gutter_of_another_page_parts_the_few_lines_of_the_last() -> None:
    known = (Gutter(left=290, right=RIGHT),)
    found = [*filled("a", 2), strip("Tel 12", left=RIGHT, base=100)]

    assert order(found, known=known) == ["a0", "a1", "Tel 12"]
    assert as_elsewhere([*found, strip("M" * 90, base=140)], known=known) is None
    assert as_elsewhere(filled("a", 2), known=known) is None
