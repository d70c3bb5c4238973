"""From the lines of a paper to its pieces: what kind each is, with wrapped lines mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cms.case_studies.beginnings import marked, opens_process
from cms.case_studies.headings import heading
from cms.case_studies.joining import continues, ends_title, joined_headings
from cms.case_studies.marks import PAGE_NUMBER
from cms.case_studies.mending import clean, mended, words_of
from cms.case_studies.pieces import Kind, Piece, Seen
from cms.case_studies.repeating import most_common, repeated
from cms.case_studies.values import Section
from cms.papers import Kind as PaperKind
from cms.papers import Paper, Place


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
            elif made and continues(made[-1], piece, seen=seen) and not ends_title(made, piece):
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
        said = Piece(kind=kind, text=text, section=opened, at=at, group=seen.line.group, size=seen.line.size)
        return replace(said, large=seen.large, last=seen.line)

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
