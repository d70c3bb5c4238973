"""From the lines of a file to its pieces: what kind each is, with wrapped lines mended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cms.case_studies.headings import BULLET, PAGE_NUMBER, PHASE, PURPOSE, TIP, heading, is_capitals
from cms.case_studies.values import Section


class Kind(StrEnum):
    SECTION = "section"
    PHASE = "phase"
    PURPOSE = "purpose"
    STEP = "step"
    TIP = "tip"
    CAPITALS = "capitals"
    TEXT = "text"
    LINE = "line"
    PAGE_NUMBER = "page_number"


FLOWING = (Kind.PURPOSE, Kind.STEP, Kind.TIP, Kind.TEXT)
ENDS = tuple('.!?:;»”"…)')
SPACES = re.compile(r"[ \t\u00a0\u202f\u2009]+")


@dataclass(frozen=True, kw_only=True)
class Piece:
    kind: Kind
    text: str
    section: Section | None = None


def pieces(text: str) -> list[Piece]:
    """Every word of `text` in order, cut where the layout cuts it."""
    lines = [SPACES.sub(" ", line).strip() for line in re.split(r"\r\n|[\n\r\f\v\u2028]", text)]
    words = set(re.findall(r"[\w-]+", text.casefold()))
    made: list[Piece] = []
    after_gap = True
    for line in joined_headings(lines):
        if not line:
            after_gap = True
            continue
        piece = classified(line, in_contacts=in_contacts(made))
        if piece.kind is Kind.PAGE_NUMBER:
            # Before the last piece, so that a sentence goes on over the page break.
            made.insert(max(len(made) - 1, 0), piece)
            continue
        if made and continues(made[-1], piece, after_gap=after_gap):
            made[-1] = replace(made[-1], text=mended(made[-1].text, piece.text, words=words))
        else:
            made.append(piece)
        after_gap = False
    return made


def joined_headings(lines: list[str]) -> Iterator[str]:
    """A heading that was wrapped over two lines, as one line."""
    waiting = iter(range(len(lines)))
    for at in waiting:
        line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        both = f"{line} {following}"
        if is_capitals(line) and is_capitals(following) and not heading(line) and heading(both):
            next(waiting)
            yield both
            continue
        yield line


def in_contacts(made: list[Piece]) -> bool:
    sections = (piece.section for piece in reversed(made) if piece.kind is Kind.SECTION)
    return next(sections, None) is Section.CONTACTS


def classified(line: str, *, in_contacts: bool) -> Piece:
    opened = heading(line)
    if opened:
        return Piece(kind=Kind.SECTION, text=opened[1], section=opened[0])
    if in_contacts:
        return Piece(kind=Kind.LINE, text=line)
    if PAGE_NUMBER.match(line):
        return Piece(kind=Kind.PAGE_NUMBER, text=line)
    for kind, pattern in ((Kind.PHASE, PHASE), (Kind.PURPOSE, PURPOSE), (Kind.TIP, TIP), (Kind.STEP, BULLET)):
        match = pattern.match(line)
        if match:
            return Piece(kind=kind, text=match[1])
    return Piece(kind=Kind.CAPITALS if is_capitals(line) else Kind.TEXT, text=line)


def continues(last: Piece, piece: Piece, *, after_gap: bool) -> bool:
    if piece.kind is Kind.CAPITALS and last.kind in (Kind.PHASE, Kind.CAPITALS):
        return not after_gap
    if piece.kind not in (Kind.TEXT, Kind.CAPITALS) or last.kind not in (*FLOWING, Kind.SECTION):
        return False
    if last.kind is Kind.SECTION:
        return bool(last.text) and not after_gap
    if not after_gap:
        return piece.kind is Kind.TEXT or not last.text.endswith(ENDS)
    # Over a page break: the sentence had not ended and goes on with a small letter.
    return piece.text[:1].islower() and not last.text.endswith(ENDS)


def mended(before: str, after: str, *, words: Iterable[str]) -> str:
    """Two halves of a wrapped text. A hyphen at the break stays if the word is written with it elsewhere."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    broken = re.search(r"(\w+)-$", before)
    rest = re.match(r"\w+", after)
    if not broken or not rest or not after[:1].islower():
        return f"{before} {after}".strip()
    if f"{broken[1]}-{rest[0]}".casefold() in words:
        return before + after
    return before[:-1] + after
