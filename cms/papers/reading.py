"""Reading a paper here and now, without protection: the reading process does it, and for plain text anybody."""

from __future__ import annotations

from dataclasses import dataclass

from cms.papers import limits, plain
from cms.papers.kinds import kind_of
from cms.papers.values import Kind, Line, Paper
from cms.papers.why import Refused, Why


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How much is wanted. `whole`: a longer paper is refused; else it is cut."""

    whole: bool = True

    @property
    def pages(self) -> int:
        return limits.MOST_PAGES if self.whole else limits.MOST_PAGES_FOR_SEARCH

    @property
    def characters(self) -> int:
        return limits.MOST_CHARACTERS if self.whole else limits.MOST_CHARACTERS_FOR_SEARCH


def read(content: bytes, *, asked: Asked) -> Paper:
    """Raises Refused, MemoryError, RecursionError, and whatever a parser raises on a file made to break it."""
    kind = kind_of(content)
    paper = {Kind.PDF: read_pdf, Kind.WORD: read_word, Kind.TEXT: read_text}[kind](content, asked=asked)
    return within(paper, asked=asked)


def read_text(content: bytes, *, asked: Asked) -> Paper:
    if len(content) > limits.MOST_BYTES_OF_TEXT:
        raise Refused(Why.TOO_LONG_A_TEXT)
    lines = tuple(plain.lines_of(plain.decoded(content)))
    return Paper(name="", kind=Kind.TEXT, lines=lines, pages=max(line.page for line in lines))


def read_word(content: bytes, *, asked: Asked) -> Paper:
    from cms.papers import word

    lines = tuple(word.read(content))
    if not lines:
        raise Refused(Why.EMPTY)
    return Paper(name="", kind=Kind.WORD, lines=lines)


def read_pdf(content: bytes, *, asked: Asked) -> Paper:
    from cms.papers import pdf
    from cms.papers.layout import lines_of

    document = pdf.opened(content)
    pages = len(document)
    if not pages:
        raise Refused(Why.DAMAGED)
    if asked.whole and pages > asked.pages:
        raise Refused(Why.TOO_MANY_PAGES)
    sheets = list(pdf.sheets(document, most_pages=asked.pages))
    if not any(sheet.words for sheet in sheets):
        raise Refused(Why.SCAN)
    blank = tuple(sheet.number for sheet in sheets if not sheet.words)
    lines = tuple(lines_of(sheets))
    return Paper(name="", kind=Kind.PDF, lines=lines, pages=pages, blank=blank, cut=pages > len(sheets))


def within(paper: Paper, *, asked: Asked) -> Paper:
    """No more characters than were asked for."""
    total, kept = 0, list[Line]()
    for line in paper.lines:
        total += len(line.text)
        if total > asked.characters:
            break
        kept.append(line)
    if total <= asked.characters:
        return paper
    if asked.whole:
        raise Refused(Why.TOO_MUCH_TEXT)
    return Paper(name="", kind=paper.kind, lines=tuple(kept), pages=paper.pages, blank=paper.blank, cut=True)
