"""Bullets that are drawn, not written: some programs paint the dot of a list as a small shape."""

from __future__ import annotations

from collections.abc import Iterator

from cms.papers.values import Box
from cms.papers.words import Word

BULLET = "•"
# In points: how small a dot may be, and how large.
SMALLEST, LARGEST = 1.2, 9.0
# How much wider than high, or higher than wide.
MOST_UNEVEN = 1.4
# In sizes of the letters: how far its text may be to the right.
FARTHEST = 3.0
# How near what stands before it would make it a point within a line.
NEAR = 1.0
# Dots of one page that are looked at; a dotted rule has thousands.
MOST_DOTS = 300


def is_dot(shape: Box) -> bool:
    width, height = shape.right - shape.left, shape.bottom - shape.top
    small = min(width, height) >= SMALLEST and max(width, height) <= LARGEST
    return small and max(width, height) <= MOST_UNEVEN * min(width, height)


def bullets(dots: list[Box], *, words: list[Word]) -> Iterator[Word]:
    """A word for each dot that stands before a line, at the height of its letters."""
    level = [word for word in words if word.upright]
    for dot in dots if len(dots) <= MOST_DOTS else ():
        beside = [word for word in level if is_beside(dot, word)]
        after = min((word for word in beside if word.left >= dot.right - 1), key=lambda word: word.left, default=None)
        before = [word for word in beside if word.right <= dot.left + 1]
        if after and not before and after.left - dot.right < FARTHEST * after.size:
            yield Word(text=BULLET, left=dot.left, right=dot.right, base=after.base, size=after.size)


def is_beside(dot: Box, word: Word) -> bool:
    """On one line with it, be it right before it or anywhere behind."""
    middle = (dot.top + dot.bottom) / 2
    level = word.base - 0.9 * word.size < middle < word.base + 0.15 * word.size
    return level and word.right > dot.left - NEAR * word.size
