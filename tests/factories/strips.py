"""Strips as a page has them, without a PDF: for the geometry of columns, sidebars and furniture."""

from collections.abc import Iterable

from cms.papers.words import Strip, Word

LINE = 12.0
# Half a point for each letter and size: about what a book face takes.
LETTER = 0.5


def strip(text: str, *, left: float = 60, base: float = 100, size: float = 10, bold: bool = False) -> Strip:
    """One word, as far as geometry goes."""
    right = left + len(text) * size * LETTER
    return Strip([Word(text=text, left=left, right=right, base=base, size=size, bold=bold)])


def lines(texts: Iterable[str], *, left: float = 60, top: float = 100, size: float = 10) -> list[Strip]:
    """One below the other."""
    return [strip(text, left=left, base=top + number * LINE, size=size) for number, text in enumerate(texts)]


def filled(name: str, count: int, *, width: float = 220, left: float = 60, top: float = 100) -> list[Strip]:
    """Lines that reach the end of a column of this width, in points; each begins with `name` and its number."""
    letters = int(width / (10 * LETTER))
    return lines([f"{name}{number}".ljust(letters, "x") for number in range(count)], left=left, top=top)
