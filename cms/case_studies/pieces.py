"""What a paper is made of, between its lines and a study: pieces of one kind each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cms.case_studies.headings import is_capitals
from cms.case_studies.values import Section
from cms.papers import Line


class Kind(StrEnum):
    SECTION = "section"
    PHASE = "phase"
    PURPOSE = "purpose"
    LABEL = "label"
    STEP = "step"
    TIP = "tip"
    SUBHEADING = "subheading"
    TEXT = "text"
    LINE = "line"
    FURNITURE = "furniture"
    NOTE = "note"


FLOWING = (Kind.PURPOSE, Kind.STEP, Kind.TIP, Kind.TEXT)
# Sections whose text goes under headings of its own.
BY_HEADING = (Section.CHALLENGES, Section.RECOMMENDATIONS)
# Of the usual size of letters; what is larger is a heading.
LARGE = 1.08
LONGEST_SUBHEADING = 90


@dataclass(frozen=True, kw_only=True)
class Piece:
    """`at`: the numbers of the lines that it is made of. `group`: the sidebar that it is in."""

    kind: Kind
    text: str
    section: Section | None = None
    at: tuple[int, ...] = ()
    group: int = 0
    size: float = 0.0
    large: bool = False
    last: Line | None = None


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A line of the paper, cleaned, with what stands around it."""

    line: Line
    text: str
    at: int
    next: Line | None
    usual: float
    lines: int = 1

    @property
    def large(self) -> bool:
        return bool(self.usual) and self.line.size > LARGE * self.usual

    @property
    def alone(self) -> bool:
        """White above and below."""
        return self.line.gap and (self.next is None or self.next.gap)

    @property
    def set_apart(self) -> bool:
        short = self.line.gap and self.line.wraps is False
        return self.line.heading or self.line.bold or self.large or self.alone or short

    @property
    def emphasised(self) -> bool:
        return self.line.heading or self.line.bold or self.large or is_capitals(self.text)
