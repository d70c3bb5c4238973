"""A paper as it was read: lines in the order in which a person reads them, each with its place on its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    PDF = "pdf"
    WORD = "docx"
    TEXT = "txt"


class Place(StrEnum):
    """Where on the page a line stands: in its flow, in a box of its own, under it in small print, around it."""

    FLOW = "flow"
    BOX = "box"
    NOTE = "note"
    MARGIN = "margin"


@dataclass(frozen=True, kw_only=True)
class Box:
    """In points (1/72 inch) from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a page, or one paragraph of a Word file.

    `gap`: white space, a column's or a page's top is above it. `wraps`: whether it reaches the end of its column, so
    that the next line may go on with its sentence; None where nobody knows. `size`: of its letters in points, 0 where
    nobody knows. `heading`: it is styled as one. `group`: which box of the paper it is in, 0 for none.
    """

    text: str
    page: int = 1
    place: Place = Place.FLOW
    group: int = 0
    gap: bool = False
    wraps: bool | None = None
    size: float = 0.0
    bold: bool = False
    heading: bool = False
    box: Box | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`blank`: the numbers of pages without any text, such as scans. `cut`: more followed than was asked for."""

    name: str
    kind: Kind
    lines: tuple[Line, ...]
    pages: int = 1
    blank: tuple[int, ...] = ()
    cut: bool = False

    @property
    def text(self) -> str:
        """All of it, an empty line where there is a gap."""
        return "\n".join(("\n" if line.gap and at else "") + line.text for at, line in enumerate(self.lines))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def paper_from_json(said: dict[str, Any]) -> Paper:
    """What `as_json` wrote; KeyError, TypeError or ValueError for anything else."""
    lines = tuple(_lines(said["lines"]))
    pages, blank = int(said["pages"]), tuple(int(number) for number in said["blank"])
    kind = Kind(said["kind"])
    return Paper(name=str(said["name"]), kind=kind, lines=lines, pages=pages, blank=blank, cut=bool(said["cut"]))


def _lines(said: Iterable[dict[str, Any]]) -> Iterable[Line]:
    for line in said:
        box = Box(**line["box"]) if line["box"] else None
        yield Line(**{**line, "place": Place(line["place"]), "box": box})
