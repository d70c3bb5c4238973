"""In which order a person reads a page: one column, two or three, full-width headings between, boxes beside.

A gutter is an upright band of white that lines on both sides keep to. What crosses it is set over the full width and
parts the page into zones, from above; in each zone the left side is read before the right one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from statistics import median

from cms.papers.words import Strip, usual_size

# A gutter is at least this wide, in points: less is a wide space.
NARROWEST_GUTTER = 6.0
# How finely the page is measured across, in points.
STEP = 1.0
# How many bands are tried: bullets, tables and wide spaces may have theirs before the columns'.
MOST_PEAKS = 12
# It is kept to by at least this many lines: fewer is chance.
FEWEST_LINES = 3
# Or, with less on its right, this many lines wrap there.
FEWEST_WRAPS = 5
# A column is at least this wide, in sizes of its letters: less is a column of bullets or numbers.
NARROWEST_COLUMN = 7.0
# On the right of a gutter two short words are one.
NARROWEST_RIGHT = 3.0
# Of the lines of a column, how many begin at a few places: its edge, where points of lists begin, what is indented.
SHARE_ALIGNED = 0.5
MOST_PLACES = 4
# As wide as this many of the column beside it, a column may be two.
ROOM_FOR_TWO = 1.5
# Columns within columns, such as three beside each other.
DEEPEST = 3


@dataclass(frozen=True, kw_only=True)
class Gutter:
    left: float
    right: float

    def is_crossed_by(self, strip: Strip) -> bool:
        return strip.left < self.left and strip.right > self.right


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


def columns(found: list[Strip], *, span: Span, depth: int = 0) -> Iterator[Column]:
    """The strips of a page or of a part of it, column by column in reading order; each from above."""
    gutter = gutter_of(found) if depth < DEEPEST else None
    if gutter is None:
        if found:
            yield sorted(found, key=lambda strip: (round(strip.base), strip.left))
        return
    for zone in zones(found, gutter=gutter):
        if any(gutter.is_crossed_by(strip) for strip in zone):
            yield from columns(zone, span=span, depth=depth + 1)
            continue
        middle = (gutter.left + gutter.right) / 2
        left, right = Span(span.left, gutter.left), Span(gutter.right, span.right)
        yield from columns([s for s in zone if s.left < middle], span=left, depth=depth_of(left, right, depth=depth))
        yield from columns([s for s in zone if s.left >= middle], span=right, depth=depth_of(right, left, depth=depth))


def depth_of(side: Span, other: Span, *, depth: int) -> int:
    """Columns that are alike are not parted further: only one that has room for two."""
    return depth + 1 if side.width > ROOM_FOR_TWO * other.width else DEEPEST


def gutter_of(found: list[Strip]) -> Gutter | None:
    """The band of white that most lines keep to, if it parts columns."""
    size = usual_size(found)
    for gutter, lines in candidates(found, size=size):
        left = [strip for strip in found if strip.right <= gutter.right]
        right = [strip for strip in found if strip.left >= gutter.left]
        wide = is_column(left, least=NARROWEST_COLUMN * size) and is_column(right, least=NARROWEST_RIGHT * size)
        if not wide or is_table(left, right, size=size):
            continue
        kept = longest_run(found, gutter=gutter, size=size) if lines >= FEWEST_LINES else 0
        if is_aligned(right, size=size) and (kept >= FEWEST_LINES or is_kept_to(found, gutter=gutter)):
            return gutter
    return None


def longest_run(found: list[Strip], *, gutter: Gutter, size: float) -> int:
    """How many rows keep to it one below the other; a row that crosses it ends the run, one on one side does not."""
    longest = run = 0
    for row in level(found, size=size):
        if any(gutter.is_crossed_by(strip) for strip in row):
            run = 0
        elif any(strip.left < gutter.left for strip in row) and any(strip.left >= gutter.left for strip in row):
            run += 1
            longest = max(longest, run)
    return longest


def level(found: list[Strip], *, size: float) -> list[list[Strip]]:
    """Strips by height, from above, about a line each."""
    rows: dict[int, list[Strip]] = {}
    for strip in found:
        rows.setdefault(round(strip.base / (1.3 * size)), []).append(strip)
    return [row for _height, row in sorted(rows.items())]


def is_aligned(right: list[Strip], *, size: float) -> bool:
    """Lines of a column begin below each other; wide spaces in justified lines leave a river that does not."""
    lefts = [min(strip.left for strip in row) for row in level(right, size=size)]
    return in_line(lefts, near=0.4 * size) >= SHARE_ALIGNED * len(lefts)


def in_line(lefts: list[float], *, near: float) -> int:
    """How many begin at the few places where most do; the more lines, the more such places: points, boxes, columns."""
    rest = sorted(lefts)
    covered = 0
    for _place in range(max(1, min(len(lefts) // 4, MOST_PLACES))):
        runs = [[left for left in rest if at <= left <= at + near] for at in rest]
        largest = max(runs, key=len, default=[])
        covered += len(largest)
        rest = [left for left in rest if left not in largest]
    return covered


def is_kept_to(found: list[Strip], *, gutter: Gutter) -> bool:
    """Lines on its left wrap there, and nothing below crosses it: then what little stands right is a column."""
    left = [strip for strip in found if strip.left < gutter.left and strip.right <= gutter.right]
    top = min(strip.base for strip in found if strip.left >= gutter.left)
    start = min(strip.left for strip in left)
    full = [strip for strip in left if strip.right > gutter.left - 0.15 * (gutter.left - start)]
    return len(full) >= FEWEST_WRAPS and not any(gutter.is_crossed_by(strip) and strip.base > top for strip in found)


def candidates(found: list[Strip], *, size: float) -> Iterator[tuple[Gutter, int]]:
    """Where white stands above white, the band that most rows have first, a few at most."""
    rows = white(found, size=size)
    for _peak in range(MOST_PEAKS):
        most = max(rows.values(), default=0)
        if not most:
            return
        band = around(max(rows, key=lambda place: rows[place]), rows, least=most * 0.9)
        gutter = narrowed(Gutter(left=band[0] * STEP, right=(band[-1] + 1) * STEP), found)
        if gutter.right - gutter.left >= NARROWEST_GUTTER:
            yield gutter, most
        rows = Counter({place: count for place, count in rows.items() if place not in band})


def narrowed(band: Gutter, found: list[Strip]) -> Gutter:
    """The band without what longer lines on its left take of it."""
    ends = [strip.right for strip in found if strip.left < band.left and strip.right < band.right - NARROWEST_GUTTER]
    return Gutter(left=max([band.left, *ends]), right=band.right)


def white(found: list[Strip], *, size: float) -> Counter[int]:
    """For each step across the page: in how many rows it is white with something on both sides."""
    counted: Counter[int] = Counter()
    for row in level(found, size=size):
        end = 0.0
        for strip in sorted(row, key=lambda strip: strip.left):
            if end and strip.left - end >= NARROWEST_GUTTER:
                counted.update(range(ceil(end / STEP), floor(strip.left / STEP)))
            end = max(end, strip.right)
    return counted


def around(place: int, rows: Counter[int], *, least: float) -> range:
    """The neighbours of a step that are about as white as it is."""
    first = last = place
    while rows[first - 1] >= least:
        first -= 1
    while rows[last + 1] >= least:
        last += 1
    return range(first, last + 1)


def is_column(side: list[Strip], *, least: float) -> bool:
    """Whether it is wide enough to be read as one, not bullets or numbers."""
    return bool(side) and max(strip.right for strip in side) - min(strip.left for strip in side) > least


def is_table(left: list[Strip], right: list[Strip], *, size: float) -> bool:
    """Labels with what they name beside them: every label stands level with a line, and is much narrower than those."""
    level = [a for a in left if any(abs(a.base - b.base) < size * 0.3 for b in right)]
    narrow = median(a.right - a.left for a in left) < 0.45 * median(b.right - b.left for b in right)
    return len(level) == len(left) and narrow and len(left) < len(right) * 1.01


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
