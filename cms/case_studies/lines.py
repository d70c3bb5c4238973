"""From the lines of a paper to its pieces: what kind each is, with wrapped lines mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cms.case_studies.headings import heading, is_capitals
from cms.case_studies.marks import BULLET, LABEL, PAGE_NUMBER, PHASE, PURPOSE, ROUND, SIGNS, TIP
from cms.case_studies.mending import ENDS, clean, mended, words_of
from cms.case_studies.values import Section
from cms.papers import Kind as PaperKind
from cms.papers import Line, Paper, Place


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
        return self.line.heading or self.line.bold or self.large or self.alone

    @property
    def emphasised(self) -> bool:
        return self.line.heading or self.line.bold or self.large or is_capitals(self.text)


def pieces(paper: Paper) -> list[Piece]:
    """Every word of `paper` in reading order, cut where the layout cuts it; sidebars come one by one."""
    reader = Reader(paper)
    groups: dict[int, list[Seen]] = {}
    for seen in reader.seen():
        groups.setdefault(seen.line.group, []).append(seen)
    made = {group: reader.read(lines) for group, lines in groups.items()}
    return woven(made)


def woven(made: dict[int, list[Piece]]) -> list[Piece]:
    """The pieces of the flow, each sidebar after the piece that it stands beside."""
    flow = made.pop(0, [])
    for _group, inside in sorted(made.items(), reverse=True):
        first = inside[0].at[0]
        at = next((index for index, piece in enumerate(flow) if piece.at and piece.at[0] > first), len(flow))
        flow[at:at] = inside
    return flow


class Reader:
    """Reads the lines of one paper; each sidebar as a text of its own."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.texts = [clean(line.text) for line in paper.lines]
        self.words = words_of(self.texts)
        sizes = [(line.size, len(line.text)) for line in paper.lines if line.place is Place.FLOW]
        self.usual = most_common(sizes)
        self.repeated = repeated(paper, self.texts)

    def seen(self) -> Iterator[Seen]:
        lines = self.paper.lines
        for at, (line, text) in enumerate(zip(lines, self.texts, strict=True)):
            if text:
                after = lines[at + 1] if at + 1 < len(lines) else None
                yield Seen(line=line, text=text, at=at, next=after, usual=self.usual)

    def read(self, lines: list[Seen]) -> list[Piece]:
        made: list[Piece] = []
        section: Section | None = None
        for seen in joined_headings(lines):
            piece = self.piece(seen, section=section, made=made)
            section = piece.section if piece.kind is Kind.SECTION else section
            section = Section.PROCESS if opens_process(piece, section) else section
            if piece.kind in (Kind.FURNITURE, Kind.NOTE):
                # Before the last piece, so that a sentence goes on over the page break.
                made.insert(max(len(made) - 1, 0), piece)
            elif made and continues(made[-1], piece, seen=seen):
                made[-1] = self.mend(made[-1], piece)
            else:
                made.append(piece)
        return made

    def mend(self, last: Piece, piece: Piece) -> Piece:
        text = mended(last.text, piece.text, words=self.words) if last.text else piece.text
        return replace(last, text=text, at=(*last.at, *piece.at), last=piece.last)

    def piece(self, seen: Seen, *, section: Section | None, made: list[Piece]) -> Piece:
        kind, text, opened = self.classified(seen, section=section, made=made)
        at = tuple(range(seen.at, seen.at + seen.lines))
        look = {"group": seen.line.group, "size": seen.line.size, "large": seen.large, "last": seen.line}
        return Piece(kind=kind, text=text, section=opened, at=at, **look)  # type: ignore[arg-type]  # one of each

    def classified(self, seen: Seen, *, section: Section | None, made: list[Piece]) -> tuple[Kind, str, Section | None]:
        if seen.line.place is Place.MARGIN or seen.at in self.repeated:
            return Kind.FURNITURE, seen.text, None
        if seen.line.place is Place.NOTE:
            return Kind.NOTE, seen.text, None
        opened = heading(seen.text, set_apart=seen.set_apart, in_process=section is Section.PROCESS)
        if opened:
            return Kind.SECTION, opened[1], opened[0]
        if section is Section.CONTACTS:
            return Kind.LINE, seen.text, None
        if self.paper.kind is PaperKind.TEXT and PAGE_NUMBER.match(seen.text) and section is not Section.TIMELINE:
            return Kind.FURNITURE, seen.text, None
        kind, text = marked(seen, section=section, last=made[-1] if made else None)
        return kind, text, None


def marked(seen: Seen, *, section: Section | None, last: Piece | None) -> tuple[Kind, str]:
    """By what the line begins with."""
    phase = PHASE.match(seen.text)
    if phase and is_phase(phase, seen, section=section):
        return Kind.PHASE, phase["title"]
    if section is Section.PROCESS:
        labelled = in_process(seen)
        if labelled:
            return labelled
    tip = TIP.match(seen.text)
    if tip and tip["word"][:1].isupper() and (tip["said"] or seen.emphasised or seen.line.gap):
        return Kind.TIP, tip["said"]
    bullet = bulleted(seen, section=section, last=last)
    if bullet is not None:
        return Kind.STEP, bullet
    return (Kind.SUBHEADING if is_subheading(seen, section=section) else Kind.TEXT), seen.text


def in_process(seen: Seen) -> tuple[Kind, str] | None:
    purpose = PURPOSE.match(seen.text)
    if purpose:
        return Kind.PURPOSE, purpose[1]
    return (Kind.LABEL, "") if LABEL.match(seen.text) else None


def is_phase(phase: re.Match[str], seen: Seen, *, section: Section | None) -> bool:
    """A sentence may begin with "Phase 2 of the plan"; a title has a mark after its number, or is set apart."""
    if section in (*BY_HEADING, Section.RESULT, Section.IMPACT) and not seen.emphasised:
        return False
    return seen.text[0].isupper() and bool(phase["mark"] or not phase["title"] or seen.emphasised)


def opens_process(piece: Piece, section: Section | None) -> bool:
    return piece.kind is Kind.PHASE and section not in (*BY_HEADING, Section.RESULT, Section.IMPACT)


def bulleted(seen: Seen, *, section: Section | None, last: Piece | None) -> str | None:
    """The text behind a bullet; a dash or a number in the middle of a sentence is none."""
    match = BULLET.match(seen.text) or ROUND.match(seen.text)
    if not match:
        return None
    if seen.text[0] in SIGNS:
        return match[1]
    begins = last is None or seen.line.gap or last.kind not in FLOWING or last.text.endswith(ENDS)
    listed = last is not None and last.kind is Kind.STEP and match[1][:1].isupper()
    numbered = seen.text[0].isdigit() or seen.text[0] == "("
    return match[1] if (begins or listed) and (section is Section.PROCESS or not numbered) else None


def is_subheading(seen: Seen, *, section: Section | None) -> bool:
    """In capitals anywhere; where texts go by heading, also in other type, or short with white around it."""
    if is_capitals(seen.text):
        return True
    short = len(seen.text) <= LONGEST_SUBHEADING and not seen.text.endswith((".", ";", ",", "-"))
    if section not in BY_HEADING or not short or not seen.text[:1].isupper():
        return seen.line.heading and section in BY_HEADING
    stands_alone = seen.alone and len(seen.text.split()) <= 9 and bool(seen.next) and seen.line.wraps is not True
    return seen.line.heading or seen.line.bold or seen.large or stands_alone


def joined_headings(lines: list[Seen]) -> Iterator[Seen]:
    """A heading that was wrapped over two or three lines, as one line."""
    at = 0
    while at < len(lines):
        count = next((count for count in (3, 2) if is_one_heading(lines[at : at + count], count=count)), 1)
        text = together(lines[at : at + count])
        yield replace(lines[at], text=text, next=lines[at + count - 1].next, lines=count)
        at += count


def together(lines: list[Seen]) -> str:
    text = lines[0].text
    for seen in lines[1:]:
        text = mended(text, seen.text, words=frozenset())
    return text


def is_one_heading(lines: list[Seen], *, count: int) -> bool:
    """Emphasised lines without white between, that only together are a heading."""
    if len(lines) < count or not all(seen.emphasised for seen in lines) or any(seen.line.gap for seen in lines[1:]):
        return False
    whole = heading(together(lines), set_apart=True)
    if not whole or whole[1]:
        return False
    first = heading(lines[0].text, set_apart=True)
    return first is None or heading(together(lines[1:]), set_apart=True) is None


def continues(last: Piece, piece: Piece, *, seen: Seen) -> bool:
    """Whether a line goes on with what the one before it began."""
    if last.kind is Kind.PHASE:
        return goes_on_as_title(last, piece, seen=seen)
    if piece.kind is Kind.SUBHEADING:
        return last.kind is Kind.SUBHEADING and not seen.line.gap
    if piece.kind is not Kind.TEXT or last.kind not in (*FLOWING, Kind.SECTION):
        return False
    if not last.text:
        return last.kind in (Kind.PURPOSE, Kind.STEP, Kind.TIP)
    if last.large is not piece.large:
        return False
    if last.kind is Kind.SECTION:
        return not seen.line.gap
    return not ends_there(last, piece) if not seen.line.gap else goes_on_over_gap(last, piece)


def goes_on_as_title(last: Piece, piece: Piece, *, seen: Seen) -> bool:
    """A phase's title over two lines, or below its number."""
    if piece.kind is Kind.SUBHEADING:
        return not seen.line.gap or not last.text
    if piece.kind is not Kind.TEXT:
        return False
    if not last.text:
        return True
    line = last.last
    alike = line is not None and (line.bold, line.size, line.heading) == (
        seen.line.bold,
        seen.line.size,
        seen.line.heading,
    )
    capitals = is_capitals(last.text) and not is_capitals(piece.text)
    return not seen.line.gap and alike and not capitals and not last.text.endswith(ENDS)


def ends_there(last: Piece, piece: Piece) -> bool:
    """A paragraph without white space below it: its last line was short, and a new sentence begins."""
    line = last.last
    if line is None or not last.text.endswith(ENDS) or not piece.text[:1].isupper():
        return False
    indented = line.box and piece.last and piece.last.box and piece.last.box.left > line.box.left + line.size
    return line.wraps is False or bool(indented and last.kind is Kind.TEXT)


def goes_on_over_gap(last: Piece, piece: Piece) -> bool:
    """Over a page's or a column's end: the sentence had not ended."""
    if last.text.endswith(ENDS):
        return False
    line, now = last.last, piece.last
    jumps = bool(line and now and line.box and now.box and (line.page != now.page or now.box.top < line.box.top))
    return piece.text[:1].islower() or (jumps and bool(line and line.wraps))


def most_common(sizes: list[tuple[float, int]]) -> float:
    """The size of most letters; 0 where nobody knows."""
    counted: dict[float, int] = {}
    for size, letters in sizes:
        counted[size] = counted.get(size, 0) + letters
    return max(counted, key=lambda size: counted[size]) if counted else 0.0


def repeated(paper: Paper, texts: list[str]) -> set[int]:
    """Running heads of a text file: the same short line again and again beside page breaks."""
    if paper.kind is not PaperKind.TEXT:
        return set()
    forms: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if is_beside_break(paper, texts, at) and not PAGE_NUMBER.match(text) and len(text) < 100:
            forms.setdefault(re.sub(r"\d+", "#", text.casefold()), []).append(at)
    return {at for places in forms.values() if len(places) > 1 for at in places}


def is_beside_break(paper: Paper, texts: list[str], at: int) -> bool:
    near = [other for other in (at - 1, at + 1) if 0 <= other < len(texts)]
    return any(PAGE_NUMBER.match(texts[other]) or paper.lines[other].page != paper.lines[at].page for other in near)
