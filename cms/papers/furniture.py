"""What stands around the text of pages and is no part of it: running heads, footers, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from cms.papers.words import Strip, usual_size

# Shares of a page's height in which furniture stands, from above and from below.
HEAD, FOOT = 0.13, 0.12
# What stands alone so near the upper edge is above the text's frame.
EDGE = 0.06
# Rows at each edge: a head of more is a text that happens to repeat.
MOST_ROWS = 3
# In points: furniture that repeats stands at the same height.
SAME_HEIGHT = 4.0
COUNTED = r"(?:\d{1,3}|[ivx]{1,6})"
PAGE = r"(?:page|pg?\.|pp\.|pág(?:ina|\.)?|página|pagina|seite|n[°º.])"
BETWEEN = r"[-–—|•·:]"
NUMBER = re.compile(
    rf"^[\W_]*{PAGE}?\s*{BETWEEN}?\s*{COUNTED}\s*(?:{BETWEEN}|(?:/|of|sur|de|out of|\|)\s*\d{{1,3}})?\s*{PAGE}?[\W_]*$",
    re.IGNORECASE,
)
# Points of white that part a footer of one page from its text; small print below it is a note.
NOTE_SIZE = 0.88


@dataclass(frozen=True, kw_only=True)
class Row:
    """All that stands at one height of one page."""

    page: int
    base: float
    strips: tuple[Strip, ...]
    height: float

    @cached_property
    def text(self) -> str:
        return " ".join(strip.text for strip in self.strips)

    @cached_property
    def form(self) -> str:
        """Its words with every number alike: "Page 3" is "Page 4" elsewhere."""
        return re.sub(r"\d+", "#", self.text.casefold())

    @property
    def is_at_edge(self) -> bool:
        return self.base < HEAD * self.height or self.base > (1 - FOOT) * self.height


def rows_of(found: list[Strip], *, page: int, height: float) -> list[Row]:
    groups: dict[int, list[Strip]] = {}
    for strip in found:
        groups.setdefault(round(strip.base / 2), []).append(strip)
    return [
        Row(page=page, base=group[0].base, strips=tuple(sorted(group, key=lambda s: s.left)), height=height)
        for _base, group in sorted(groups.items())
    ]


def furniture(pages: list[list[Row]]) -> set[int]:
    """The ids of strips that are furniture: what repeats at an edge, and page numbers that stand alone there."""
    edge = [row for page in pages for row in (*page[:MOST_ROWS], *page[-MOST_ROWS:]) if row.is_at_edge]
    found = {
        id(row)
        for row in edge
        if is_page_number(row, pages[row.page]) or any(is_the_same(row, other) for other in edge)
    }
    outermost = [takewhile(lambda row: id(row) in found, side) for page in pages for side in sides(page)]
    return {id(strip) for rows in outermost for row in rows for strip in row.strips}


def sides(page: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the upper half from above, those of the lower half from below."""
    upper = [row for row in page if row.base < row.height / 2]
    return upper, page[: len(upper) - 1 : -1] if upper else page[::-1]


def is_the_same(row: Row, other: Row) -> bool:
    """On another page the same words stand at the same height."""
    return other.page != row.page and other.form == row.form and abs(other.base - row.base) < SAME_HEIGHT


def is_page_number(row: Row, page: list[Row]) -> bool:
    """Alone in its row, and nothing of the text beyond it."""
    if not NUMBER.match(row.text):
        return False
    beyond = [other for other in page if (other.base - row.base) * (1 if row.base > row.height / 2 else -1) > 2]
    return all(other.is_at_edge for other in beyond)


def is_small_print(strip: Strip, *, usual: float) -> bool:
    """A bullet of another font's size is none."""
    return strip.size <= NOTE_SIZE * usual and strip.letters > 0


def heads(found: list[Strip], *, height: float) -> set[int]:
    """The ids of strips above the text of a page, as running heads are where nothing repeats.

    They are small print, or stand alone at the very edge in letters no larger than the text's.
    """
    size = usual_size(found)
    ordered = sorted(found, key=lambda strip: strip.base)
    small = list(takewhile(lambda s: is_small_print(s, usual=size) and s.base < HEAD * height, ordered))
    alone = list(takewhile(lambda s: s.size < 1.02 * size and s.base < EDGE * height, ordered))
    for above, white in ((small, size), (alone, 2 * size)):
        rest = ordered[len(above) :]
        if above and rest and rest[0].top - above[-1].bottom > white:
            return {id(strip) for strip in above}
    return set()


def notes(found: list[Strip], *, height: float) -> set[int]:
    """The ids of strips of small print at the foot of the page: footnotes and imprints."""
    if not found:
        return set()
    size = usual_size(found)
    low = sorted(found, key=lambda strip: -strip.base)
    small: list[Strip] = []
    for strip in low:
        if not is_small_print(strip, usual=size) or strip.base < height / 2:
            break
        small.append(strip)
    above = [strip for strip in found if strip.base < min((s.base for s in small), default=0) - 1]
    has_white = above and small and min(s.base for s in small) - max(s.base for s in above) > 1.2 * size
    return {id(strip) for strip in small} if has_white else set()
