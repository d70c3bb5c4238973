"""Sidebars without a frame: a column much narrower than the text that it stands beside. It is read on its own."""

from __future__ import annotations

from cms.papers.columns import Known, zones
from cms.papers.frames import Framed
from cms.papers.gutters import Gutter, as_elsewhere, gutter_of
from cms.papers.values import Box
from cms.papers.words import Strip

# Of the width of the text: columns that are set alike have nearly half of it each.
LARGEST_SHARE = 0.4
# Of the wider column's width, as the lines fill them.
MUCH_NARROWER = 0.7
FEWEST_LINES = 3


def aside(found: list[Strip], *, width: float, known: Known = ()) -> Framed | None:
    """The sidebar among the strips of a page of this `width`, in points; None where its columns are alike, or one."""
    gutter = gutter_of(found)
    if gutter is None:
        return None
    both = [sides for zone in zones(found, gutter=gutter) if all(sides := sides_of(zone, gutter=gutter))]
    if len(both) != 1:
        return None
    narrow, wide = sorted(both[0], key=across)
    start = min(strip.left for strip in found)
    share = share_of(narrow, gutter=gutter, start=start, end=width - start)
    if share > LARGEST_SHARE or across(narrow) > MUCH_NARROWER * across(wide) or len(narrow) < FEWEST_LINES:
        return None
    return None if gutter_of(wide) or as_elsewhere(wide, known=known) else Framed(frame=around(narrow), strips=narrow)


def sides_of(zone: list[Strip], *, gutter: Gutter) -> tuple[list[Strip], list[Strip]]:
    """Left and right of it; nothing where a line crosses it."""
    if any(gutter.is_crossed_by(strip) for strip in zone):
        return [], []
    middle = (gutter.left + gutter.right) / 2
    return [strip for strip in zone if strip.left < middle], [strip for strip in zone if strip.left >= middle]


def share_of(narrow: list[Strip], *, gutter: Gutter, start: float, end: float) -> float:
    """How much of the text's width a column has, up to where its lines might reach, be they short."""
    is_right = min(strip.left for strip in narrow) > gutter.left
    return (end - gutter.right if is_right else gutter.left - start) / max(end - start, 1.0)


def across(side: list[Strip]) -> float:
    return max(strip.right for strip in side) - min(strip.left for strip in side)


def around(side: list[Strip]) -> Box:
    return Box(
        left=min(strip.left for strip in side),
        top=min(strip.top for strip in side),
        right=max(strip.right for strip in side),
        bottom=max(strip.bottom for strip in side),
    )
