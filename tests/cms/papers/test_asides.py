"""Sidebars, with a frame and without: what is read on its own, and what only stands beside."""

from cms.papers.asides import aside
from cms.papers.frames import framed
from cms.papers.gutters import Gutter
from cms.papers.values import Box
from cms.papers.words import Strip
from tests.factories.strips import filled, strip

PAGE = (595.0, 842.0)
FRAME = Box(left=395, top=88, right=540, bottom=170)


def names(found: list[Strip]) -> list[str]:
    return [each.text.rstrip("x") for each in found]


def test_a_column_much_narrower_than_the_text_is_a_sidebar() -> None:
    found = [*filled("a", 12, width=310), *filled("s", 5, width=130, left=400)]

    sidebar = aside(found, width=PAGE[0])

    assert sidebar is not None
    assert names(sidebar.strips) == ["s0", "s1", "s2", "s3", "s4"]
    assert sidebar.frame.left == 400


def test_it_may_stand_on_the_left() -> None:
    sidebar = aside([*filled("s", 5, width=130), *filled("a", 12, width=310, left=225)], width=PAGE[0])

    assert sidebar is not None
    assert names(sidebar.strips)[0] == "s0"


def test_columns_that_are_alike_are_none() -> None:
    assert aside([*filled("a", 12), *filled("b", 12, left=315)], width=PAGE[0]) is None


def test_a_column_of_short_lines_is_none() -> None:
    """An address in the right of two columns: its lines might reach as far as those on the left."""
    assert aside([*filled("a", 12), *filled("b", 5, width=90, left=315)], width=PAGE[0]) is None


def test_one_of_three_columns_is_none() -> None:
    found = [
        *filled("a", 6, width=140),
        *filled("b", 6, width=140, left=225),
        strip("Tel 12", left=390),
        strip("Fax 13", left=390, base=112),
    ]
    known = (Gutter(left=200, right=225), Gutter(left=365, right=390))

    assert aside(found, width=PAGE[0], known=known) is None


def test_text_in_a_frame_with_text_beside_is_a_sidebar() -> None:
    text, inside = filled("a", 12, width=310), filled("s", 5, width=130, left=400)

    made, rest = framed([*text, *inside], frames=[FRAME], page=PAGE)

    assert [names(each.strips) for each in made] == [["s0", "s1", "s2", "s3", "s4"]]
    assert rest == text


def test_a_frame_without_text_beside_is_part_of_the_flow() -> None:
    inside = filled("s", 5, width=130, left=400)

    assert framed(inside, frames=[FRAME], page=PAGE) == ([], inside)


def test_a_frame_within_a_column_is_part_of_the_flow() -> None:
    """A tip in a box: the column goes on below it."""
    left, inside = filled("a", 20, width=310), filled("s", 5, width=130, left=400)
    below = filled("b", 8, width=130, left=400, top=190)

    made, rest = framed([*left, *inside, *below], frames=[FRAME], page=PAGE)

    assert made == []
    assert len(rest) == 33


def test_cells_of_a_table_are_no_frames() -> None:
    cells = [Box(left=395, top=88, right=540, bottom=130), Box(left=395, top=130, right=540, bottom=172)]
    text, inside = filled("a", 12, width=310), filled("s", 5, width=130, left=400)

    made, _rest = framed([*text, *inside], frames=cells, page=PAGE)

    assert made == []


def test_a_frame_around_the_page_is_none() -> None:
    whole = Box(left=20, top=20, right=575, bottom=822)
    text = [*filled("a", 12), *filled("b", 12, left=315)]

    assert framed(text, frames=[whole], page=PAGE) == ([], text)
