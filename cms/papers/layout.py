"""From the words of all pages to the lines of a paper, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cms.papers.asides import aside
from cms.papers.columns import Column, Known, Span, columns, gutters, leading
from cms.papers.frames import Framed, framed
from cms.papers.furniture import furniture, heads, notes, rows_of
from cms.papers.sheets import Sheet
from cms.papers.values import Box, Line, Place
from cms.papers.words import SAME_ROW, Strip, Word, strips

# A step down that is this much longer than usual leaves a gap: a paragraph ends.
GAP = 1.28
# A line that ends within this share of its column's width from the right edge may go on in the next.
NEAR_THE_EDGE = 0.16


def lines_of(sheets: list[Sheet]) -> Iterator[Line]:
    level = [strips(word for word in sheet.words if word.upright) for sheet in sheets]
    rows = [
        rows_of(found, page=index, height=sheet.height)
        for index, (found, sheet) in enumerate(zip(level, sheets, strict=True))
    ]
    margins = furniture(rows)
    pages = [Page(sheet, found=found, margins=margins) for sheet, found in zip(sheets, level, strict=True)]
    known = tuple(gutter for page in pages for gutter in gutters(page.flow, span=page.span))
    groups = 0
    for page in pages:
        page.take_aside(known=known)
        yield from page.lines(known=known, groups=groups)
        groups += len(page.sidebars)


class Page:
    """One page, taken apart: what is around the text, small print, sidebars, and the flow in columns."""

    def __init__(self, sheet: Sheet, *, found: list[Strip], margins: set[int]) -> None:
        self.sheet = sheet
        around = margins | heads([strip for strip in found if id(strip) not in margins], height=sheet.height)
        self.margin = [strip for strip in found if id(strip) in around]
        inside = [strip for strip in found if id(strip) not in around]
        small = notes(inside, height=sheet.height)
        self.notes = [strip for strip in inside if id(strip) in small]
        text = [strip for strip in inside if id(strip) not in small]
        self.sidebars, self.flow = framed(text, frames=sheet.frames, page=(sheet.width, sheet.height))
        self.span = Span.of(self.flow, page=sheet.width)

    def take_aside(self, *, known: Known) -> None:
        """A sidebar without a frame, out of the flow."""
        unframed = aside(self.flow, width=self.sheet.width, known=known)
        if unframed:
            self.sidebars.append(unframed)
            self.flow = [strip for strip in self.flow if strip not in unframed.strips]

    def lines(self, *, known: Known, groups: int) -> Iterator[Line]:
        """`groups`: how many sidebars stand on the pages before."""
        number = self.sheet.number
        yield from self.flow_with_sidebars(known=known, groups=groups)
        for column in columns(self.notes, span=self.span):
            yield from lines_of_column(column, as_=Line(text="", page=number, place=Place.NOTE))
        margin = Line(text="", page=number, place=Place.MARGIN)
        for strip in sorted(self.margin, key=lambda strip: strip.base):
            yield line_of([strip], as_=margin, above=Above(gap=True))
        yield from turned_lines(self.sheet.words, as_=margin)

    def flow_with_sidebars(self, *, known: Known, groups: int) -> Iterator[Line]:
        """Each sidebar after the line of the flow that stands beside its top."""
        flow = [
            line
            for column in columns(self.flow, span=self.span, known=known)
            for line in lines_of_column(column, as_=Line(text="", page=self.sheet.number))
        ]
        waiting: dict[int, list[Line]] = {}
        for group, sidebar in enumerate(self.sidebars, start=groups + 1):
            blank = Line(text="", page=self.sheet.number, place=Place.BOX, group=group)
            span = Span(sidebar.frame.left, sidebar.frame.right)
            inside = columns(sidebar.strips, span=span)
            said = [line for column in inside for line in lines_of_column(column, as_=blank)]
            waiting.setdefault(beside(sidebar, flow), []).extend(said)
        yield from waiting.get(0, [])
        for at, line in enumerate(flow, start=1):
            yield line
            yield from waiting.get(at, [])


def beside(sidebar: Framed, flow: list[Line]) -> int:
    """After how many lines of the flow a sidebar is read."""
    above = [at for at, line in enumerate(flow, start=1) if line.box and line.box.bottom <= sidebar.frame.top + 14]
    return max(above, default=0)


@dataclass(frozen=True, kw_only=True)
class Above:
    """What a line has to know of its column."""

    gap: bool
    left: float = 0.0
    right: float = 0.0


def lines_of_column(column: Column, *, as_: Line) -> Iterator[Line]:
    """Strips at one height are one line again; a column's top counts as a gap."""
    step = leading(column)
    left, right = min(strip.left for strip in column), max(strip.right for strip in column)
    last: float | None = None
    for row in level_rows(column):
        base, size = row[0].base, max(strip.size for strip in row)
        gap = last is None or base - last > GAP * max(step, 1.2 * size)
        yield line_of(row, as_=as_, above=Above(gap=gap, left=left, right=right))
        last = base


def level_rows(column: Column) -> Iterator[list[Strip]]:
    row: list[Strip] = []
    for strip in column:
        if row and abs(strip.base - row[0].base) > SAME_ROW * max(strip.size, row[0].size):
            yield sorted(row, key=lambda strip: strip.left)
            row = []
        row.append(strip)
    yield sorted(row, key=lambda strip: strip.left)


def line_of(row: list[Strip], *, as_: Line, above: Above) -> Line:
    box = Box(
        left=round(min(strip.left for strip in row), 1),
        top=round(min(strip.top for strip in row), 1),
        right=round(max(strip.right for strip in row), 1),
        bottom=round(max(strip.bottom for strip in row), 1),
    )
    width = above.right - above.left
    return Line(
        text=" ".join(strip.text for strip in row),
        page=as_.page,
        place=as_.place,
        group=as_.group,
        gap=above.gap,
        wraps=box.right > above.right - NEAR_THE_EDGE * width if width else None,
        size=round(max(row, key=lambda strip: (strip.letters, strip.size)).size, 1),
        bold=all(strip.bold for strip in row),
        box=box,
    )


def turned_lines(words: list[Word], *, as_: Line) -> Iterator[Line]:
    """What stands upright or across the page, such as a mark of a draft: in the order of the file."""
    turned = [word for word in words if not word.upright]
    for _size, group in groupby(turned, key=lambda word: round(word.size)):
        text = " ".join(word.text for word in group)
        yield Line(text=text, page=as_.page, place=as_.place, gap=True)
