"""Pages that lie on their side, accents set by themselves, bullets that are drawn: what other programs write."""

import io
from itertools import pairwise

import pypdfium2
import pytest

from cms.papers import Place, read_paper
from cms.papers.accents import composed
from cms.papers.dots import bullets, is_dot
from cms.papers.letters import Letter, words_of
from cms.papers.turning import direction
from cms.papers.values import Box
from cms.papers.words import Word
from tests.factories.papers import pdf

TEXT = "ALPHA la coalition difficile a organisé trois ateliers efficaces. OMEGA"


def flow(content: bytes) -> str:
    return " ".join(line.text for line in read_paper(content, name="a.pdf").lines if line.place is Place.FLOW)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_the_file_turns_is_read_as_its_lines_run(turn: int) -> None:
    document = pypdfium2.PdfDocument(pdf(TEXT))
    document[0].set_rotation(turn)
    held = io.BytesIO()
    document.save(held)

    assert flow(held.getvalue()) == TEXT


@pytest.mark.parametrize("turn", [90, -90])
def test_text_set_sideways_is_text(turn: int) -> None:
    body = f"#rotate({turn}deg, reflow: true, box(width: 16cm)[{TEXT} {TEXT} {TEXT}])"

    assert flow(pdf(body)) == f"{TEXT} {TEXT} {TEXT}"


def test_the_direction_of_lines_says_how_the_page_is_held() -> None:
    vectors = [(10, 0.1), (0.1, 10), (-10, 0), (0, -10)]

    assert [direction(x, y) for x, y in vectors] == [0, 90, 180, 270]


def letters(*said: tuple[str, float, float], base: float = 100.0) -> list[Letter]:
    """Each with its left and right edge."""
    return [Letter(text=text, left=left, right=right, base=base, size=10) for text, left, right in said]


def test_an_accent_over_its_letter_is_one_letter() -> None:
    found = letters(("´", 10.5, 13), ("e", 10, 14), ("t", 14, 17), ("´", 17.5, 20), ("e", 17, 21))

    assert [word.text for word in words_of(composed(found))] == ["été"]


def test_a_cedilla_follows_its_letter_and_a_dotless_letter_gets_its_accent() -> None:
    found = letters(("c", 10, 14), ("¸", 11, 13), ("ˆ", 14, 18), ("ı", 14.5, 17.5))

    assert [letter.text for letter in composed(found)] == ["ç", "î"]


def test_an_accent_over_a_capital_may_be_written_when_the_line_is_done() -> None:
    line = letters(("E", 10, 16), ("c", 16, 20))
    raised = letters(("´", 11, 14), base=97.0)

    assert [letter.text for letter in composed([*line, *raised])] == ["É", "c"]


def test_an_accent_over_nothing_stays_as_it_is() -> None:
    found = letters(("a", 10, 14), ("`", 30, 33), ("b", 50, 54))

    assert [letter.text for letter in composed(found)] == ["a", "`", "b"]


DOT = Box(left=50, top=93, right=54, bottom=97)


def word(text: str, left: float, *, base: float = 100) -> Word:
    return Word(text=text, left=left, right=left + 5 * len(text), base=base, size=10)


def test_a_drawn_dot_before_a_line_is_its_bullet() -> None:
    made = list(bullets([DOT], words=[word("Walk", 62), word("on", 90), word("Other", 62, base=130)]))

    assert [(each.text, each.left, each.base) for each in made] == [("•", 50, 100)]


@pytest.mark.parametrize(
    "words",
    [[word("Walk", 130)], [word("end", 36), word("Walk", 62)], [word("Walk", 62, base=140)], []],
    ids=["far away", "within a line", "on another line", "alone"],
)
def test_a_dot_elsewhere_is_no_bullet(words: list[Word]) -> None:
    assert list(bullets([DOT], words=words)) == []


def test_a_dot_is_small_and_about_as_high_as_wide() -> None:
    rule, square, speck = (
        Box(left=50, top=93, right=right, bottom=bottom) for right, bottom in ((60, 94), (80, 123), (50.4, 93.4))
    )

    assert [is_dot(shape) for shape in (DOT, rule, square, speck)] == [True, False, False, False]


def test_words_of_a_line_keep_their_order() -> None:
    made = list(words_of(letters(("a", 10, 14), ("b", 14, 18), ("c", 26, 30))))

    assert [each.text for each in made] == ["ab", "c"]
    assert all(one.right < other.left for one, other in pairwise(made))
