"""Gutters: upright bands of white that the lines on both sides keep to, and what only looks like one.

A river of wide spaces in justified lines, the white behind bullets and numbers, and that between a table's columns are
none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
# Of the lines that keep to one gutter, how many keep to another that is as good.
AS_MANY = 0.8
# A column is at least this wide, in sizes of its letters: less is a column of bullets or numbers.
NARROWEST_COLUMN = 7.0
# On the right of a gutter two short words are one.
NARROWEST_RIGHT = 3.0
# Of the lines of a column, how many begin at a few places: its edge, where points of lists begin, what is indented.
SHARE_ALIGNED = 0.5
MOST_PLACES = 4


@dataclass(frozen=True, kw_only=True)
class Gutter:
    left: float
    right: float

    def is_crossed_by(self, strip: Strip) -> bool:
        return strip.left < self.left and strip.right > self.right


def gutter_of(found: list[Strip]) -> Gutter | None:
    """The band of white that most lines keep to, if it parts columns; of those that as many keep to, the widest."""
    size = usual_size(found)
    accepted: list[Gutter] = []
    most = 0
    for gutter, lines in candidates(found, size=size):
        if lines >= AS_MANY * most and parts_columns(gutter, found, lines=lines, size=size):
            accepted.append(gutter)
            most = max(most, lines)
    return max(accepted, key=lambda gutter: gutter.right - gutter.left, default=None)


def parts_columns(gutter: Gutter, found: list[Strip], *, lines: int, size: float) -> bool:
    left = [strip for strip in found if strip.right <= gutter.right]
    right = [strip for strip in found if strip.left >= gutter.left]
    wide = is_column(left, least=NARROWEST_COLUMN * size) and is_column(right, least=NARROWEST_RIGHT * size)
    if not wide or is_table(left, right, size=size) or not is_aligned(right, size=size):
        return False
    kept = longest_run(found, gutter=gutter, size=size) if lines >= FEWEST_LINES else 0
    return kept >= FEWEST_LINES or is_kept_to(found, gutter=gutter)


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
    level_ones = [a for a in left if any(abs(a.base - b.base) < size * 0.3 for b in right)]
    narrow = median(a.right - a.left for a in left) < 0.45 * median(b.right - b.left for b in right)
    alike = len(level_ones) == len(left) and narrow and len(left) < len(right) * 1.01
    return alike and not is_running_text(left)


def is_running_text(side: list[Strip]) -> bool:
    """Most lines reach the end of their column, as labels do not."""
    start, end = min(strip.left for strip in side), max(strip.right for strip in side)
    full = [strip for strip in side if strip.right > end - 0.15 * (end - start)]
    return len(side) > FEWEST_LINES and len(full) > 0.6 * len(side)


def as_elsewhere(found: list[Strip], *, known: Iterable[Gutter]) -> Gutter | None:
    """A gutter of another page of the paper, where the few lines of this one keep to it and begin right of it."""
    return next((gutter for gutter in known if keeps_to(found, gutter=gutter)), None)


def keeps_to(found: list[Strip], *, gutter: Gutter) -> bool:
    begins = any(abs(strip.left - gutter.right) < NARROWEST_GUTTER / 2 for strip in found)
    outside = all(strip.right <= gutter.left + 1 or strip.left >= gutter.right - 1 for strip in found)
    return begins and outside and any(strip.left < gutter.left for strip in found)
