"""Whether a line goes on with what the one before it began: a heading, a title, a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cms.case_studies.headings import heading, is_capitals
from cms.case_studies.mending import ENDS, mended
from cms.case_studies.pieces import FLOWING, Kind, Piece, Seen

# A title's line beside the lines of its text, by their letters.
SHORT = 0.8


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
    if (last.kind, piece.kind) in ALIKE:
        return not seen.line.gap and ALIKE[last.kind, piece.kind](last, piece)
    if piece.kind is Kind.SUBHEADING:
        return not seen.line.gap and (last.kind is Kind.SUBHEADING or goes_on_in_capitals(last, piece))
    if piece.kind is not Kind.TEXT or last.kind not in (*FLOWING, Kind.SECTION):
        return False
    if not last.text:
        return last.kind in (Kind.PURPOSE, Kind.STEP, Kind.TIP)
    if last.large is not piece.large:
        return False
    if last.kind is Kind.SECTION:
        return not seen.line.gap
    return not ends_there(last, piece) if not seen.line.gap else goes_on_over_gap(last, piece)


def is_of_one_heading(last: Piece, piece: Piece) -> bool:
    """Type of one kind, other than the text's, as the two lines of a heading have it."""
    line, now = last.last, piece.last
    if line is None or now is None or not (now.bold or now.heading or piece.large):
        return False
    return (line.bold, line.heading, last.large) == (now.bold, now.heading, piece.large)


def is_of_one_label(last: Piece, piece: Piece) -> bool:
    """ "E-mail:" with the address on the next line of a narrow box, or a word that was broken there."""
    broken = last.text.endswith(("\u00ad", "\u2010")) and piece.text[:1].islower()
    return broken or (last.text.endswith(":") and ":" not in piece.text)


ALIKE = {(Kind.SUBHEADING, Kind.TEXT): is_of_one_heading, (Kind.LINE, Kind.LINE): is_of_one_label}


def goes_on_in_capitals(last: Piece, piece: Piece) -> bool:
    """A sentence whose next line holds nothing but an abbreviation, such as "(NGOCRC)"."""
    line, now = last.last, piece.last
    plain = now is not None and not (now.bold or now.heading or piece.large)
    open_ended = bool(last.text) and last.kind in FLOWING and not last.text.endswith(ENDS)
    return plain and open_ended and line is not None and line.wraps is not False


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


def ends_title(made: list[Piece], piece: Piece) -> bool:
    """In a text without white below its title: the first line is short, and a new sentence fills the next one."""
    alone = len(made) == 1 and made[0].kind is Kind.TEXT and len(made[0].at) == 1 and not made[0].size
    return alone and piece.text[:1].isupper() and len(made[0].text) < SHORT * len(piece.text)


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
