"""Sidebars: text in a drawn frame, with the text of the page running beside it. It is read on its own."""

from __future__ import annotations

from dataclasses import dataclass

from cms.papers.values import Box
from cms.papers.words import Strip

# In points: a smaller shape is a rule, a bullet or a picture's edge.
LEAST_WIDTH, LEAST_HEIGHT = 60.0, 24.0
# A frame around more of the page than this is the page's own.
MOST_OF_A_PAGE = 0.7
# In points: how far text may stand out of its frame, and how near the edges of a table's cells are.
NEAR = 2.5
# Frames of one page that are looked at.
MOST_FRAMES = 120


@dataclass(frozen=True, kw_only=True)
class Framed:
    frame: Box
    strips: list[Strip]


def framed(found: list[Strip], *, frames: list[Box], page: tuple[float, float]) -> tuple[list[Framed], list[Strip]]:
    """The sidebars of a page, and the strips that are in none."""
    rest = list(found)
    made: list[Framed] = []
    for frame in candidates(frames, page=page):
        inside = [strip for strip in rest if holds(frame, strip)]
        outside = [strip for strip in rest if not holds(frame, strip)]
        if is_sidebar(frame, inside, outside=outside):
            made.append(Framed(frame=frame, strips=inside))
            rest = outside
    return made, rest


def candidates(frames: list[Box], *, page: tuple[float, float]) -> list[Box]:
    """The larger first; cells of tables are none."""
    least = [frame for frame in frames if width(frame) >= LEAST_WIDTH and height(frame) >= LEAST_HEIGHT]
    small = [frame for frame in least if width(frame) * height(frame) < MOST_OF_A_PAGE * page[0] * page[1]]
    each = list({(round(f.left), round(f.top), round(f.right), round(f.bottom)): f for f in small}.values())
    few = sorted(each, key=lambda frame: -width(frame) * height(frame))[:MOST_FRAMES]
    return [frame for frame in few if not any(touches(frame, other) for other in few if other is not frame)]


def width(frame: Box) -> float:
    return frame.right - frame.left


def height(frame: Box) -> float:
    return frame.bottom - frame.top


def touches(one: Box, other: Box) -> bool:
    """Whether they share an edge from outside, as cells do."""
    beside = abs(one.right - other.left) < NEAR or abs(one.left - other.right) < NEAR
    above = abs(one.bottom - other.top) < NEAR or abs(one.top - other.bottom) < NEAR
    level = min(one.bottom, other.bottom) - max(one.top, other.top) > NEAR
    aligned = min(one.right, other.right) - max(one.left, other.left) > NEAR
    return (beside and level) or (above and aligned)


def holds(frame: Box, strip: Strip) -> bool:
    level = frame.top - NEAR <= strip.base <= frame.bottom + NEAR
    return level and frame.left - NEAR <= strip.left and strip.right <= frame.right + NEAR


def is_sidebar(frame: Box, inside: list[Strip], *, outside: list[Strip]) -> bool:
    """Two lines or more, with text beside, and no column of the page going on above or below within its width."""
    if len({round(strip.base) for strip in inside}) < 2:
        return False
    beside = [strip for strip in outside if frame.top < strip.base < frame.bottom]
    mates = [
        strip
        for strip in outside
        if strip not in beside and frame.left - 12 <= strip.left and strip.right <= frame.right + 12
    ]
    return len(beside) > 1 and not mates
