"""In which order a person reads a page: one column, two or three, full-width headings between, boxes beside.

What crosses a gutter is set over the full width and parts the page into zones, from above; in each zone the left side
is read before the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cms.papers.gutters import Gutter, as_elsewhere, gutter_of
from cms.papers.words import Strip, usual_size

# As wide as this many of the column beside it, a column may be two.
ROOM_FOR_TWO = 1.5
# Columns within columns, such as three beside each other.
DEEPEST = 3


@dataclass(frozen=True)
class Span:
    """From where to where lines may reach, be they short."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return max(self.right - self.left, 0.0)

    @classmethod
    def of(cls, found: list[Strip], *, page: float) -> Span:
        """On a page of this width, whose margins are alike."""
        start = min((strip.left for strip in found), default=0.0)
        return cls(start, max([page - start, *(strip.right for strip in found)]))


Column = list[Strip]
Known = tuple[Gutter, ...]


def columns(found: list[Strip], *, span: Span, known: Known = (), depth: int = 0) -> Iterator[Column]:
    """The strips of a page or of a part of it, column by column in reading order; each from above.

    `known`: gutters of the paper's other pages.
    """
    gutter = (gutter_of(found) or as_elsewhere(found, known=known)) if depth < DEEPEST else None
    if gutter is None:
        if found:
            yield sorted(found, key=lambda strip: (round(strip.base), strip.left))
        return
    for part, part_span, part_depth in parts(found, gutter=gutter, span=span, depth=depth):
        yield from columns(part, span=part_span, known=known, depth=part_depth)


def gutters(found: list[Strip], *, span: Span, depth: int = 0) -> Iterator[Gutter]:
    """All that part a page, also within its columns."""
    gutter = gutter_of(found) if depth < DEEPEST else None
    if gutter is None:
        return
    yield gutter
    for part, part_span, part_depth in parts(found, gutter=gutter, span=span, depth=depth):
        yield from gutters(part, span=part_span, depth=part_depth)


def parts(found: list[Strip], *, gutter: Gutter, span: Span, depth: int) -> Iterator[tuple[Column, Span, int]]:
    """What a gutter parts, in reading order, with how wide and how deep it is."""
    middle = (gutter.left + gutter.right) / 2
    left, right = Span(span.left, gutter.left), Span(gutter.right, span.right)
    for zone in zones(found, gutter=gutter):
        if any(gutter.is_crossed_by(strip) for strip in zone):
            yield zone, span, depth + 1
            continue
        yield [strip for strip in zone if strip.left < middle], left, depth_of(left, right, depth=depth)
        yield [strip for strip in zone if strip.left >= middle], right, depth_of(right, left, depth=depth)


def depth_of(side: Span, other: Span, *, depth: int) -> int:
    """Columns that are alike are not parted further: only one that has room for two."""
    return depth + 1 if side.width > ROOM_FOR_TWO * other.width else DEEPEST


def zones(found: list[Strip], *, gutter: Gutter) -> Iterator[list[Strip]]:
    """From above: runs of full-width strips, and between them what stands in columns."""
    zone: list[Strip] = []
    crossing = False
    ordered = sorted(found, key=lambda strip: (strip.base, strip.left))
    size = usual_size(found)
    for strip in ordered:
        may_open = strip.left < gutter.left and is_heading(strip, size=size)
        is_wide = gutter.is_crossed_by(strip) or (may_open and opens_full_width(strip, ordered, gutter=gutter))
        if zone and is_wide is not crossing:
            yield zone
            zone = []
        crossing = is_wide
        zone.append(strip)
    if zone:
        yield zone


def opens_full_width(strip: Strip, found: list[Strip], *, gutter: Gutter) -> bool:
    """A short heading over the full width: both columns have ended above it, and go on, or become one, below."""
    above = [other for other in found if other.base < strip.base - strip.size * 0.3]
    below = [other for other in found if other.base > strip.base + strip.size * 0.3]
    last = max((other.base for other in above if other.left < gutter.left), default=strip.base - strip.size * 2)
    right = [other for other in found if other.left >= gutter.right - 1]
    if any(last + 1 < other.base < strip.base + strip.size for other in right):
        return False
    if below and gutter.is_crossed_by(min(below, key=lambda other: other.base)):
        return True
    is_between = any(other.base < strip.base for other in right) and strip.base - last > 1.6 * strip.size
    return is_between and begin_level(below, gutter=gutter)


def begin_level(below: list[Strip], *, gutter: Gutter) -> bool:
    """Columns that begin below a heading begin at one height; those that merely pass it seldom have a line there."""
    left = min((other for other in below if other.left < gutter.left), key=lambda other: other.base, default=None)
    right = min((other for other in below if other.left >= gutter.right - 1), key=lambda o: o.base, default=None)
    return left is not None and right is not None and abs(left.base - right.base) < 0.5 * max(left.size, right.size)


def is_heading(strip: Strip, *, size: float) -> bool:
    letters = [letter for letter in strip.text if letter.isalpha()]
    capitals = len(letters) > 2 and not any(letter.islower() for letter in letters)
    return bool(letters) and (strip.size > 1.08 * size or strip.bold or capitals)


def leading(column: Column) -> float:
    """From one baseline to the next, as most lines of a column have it."""
    steps = [b.base - a.base for a, b in pairwise(column) if b.base - a.base > 0.5 * a.size]
    return median(sorted(steps)[: max(1, len(steps) * 3 // 4)]) if steps else 14.0
