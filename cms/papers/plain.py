"""Text files: which encoding, then lines. Old Windows programs still write cp1252, and Macs once wrote MacRoman."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.papers.values import Line
from cms.papers.why import Refused, Why

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Of letters in UTF-16, every second byte is nearly always nought.
MOSTLY = 0.7
LINES = re.compile(r"\r\n|[\n\r\v\u2028]")
# What no text holds; tabs and page feeds it may.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
# Bytes above 0x7f that are letters with accents or typographic marks in cp1252, as en, fr and es write them.
WRITTEN = frozenset("àâäáãçéèêëíìîïñóòôöõúùûüÿœæÀÂÄÁÇÉÈÊËÍÎÏÑÓÔÖÚÙÛÜŒÆ¿¡«»‘’“”–—…•°ºª·€£§©®±½\u00a0´¨¹²³×")


def is_marked_as_text(content: bytes) -> bool:
    return any(content.startswith(mark) for mark in MARKS) or unmarked_utf_16(content) is not None


def unmarked_utf_16(content: bytes) -> str | None:
    """Which UTF-16 it is when nothing says so: letters of Europe have a nought on one side."""
    sample = content[:2000]
    if len(sample) < 4 or len(content) % 2:
        return None
    noughts = {"utf-16-be": sample[::2].count(0), "utf-16-le": sample[1::2].count(0)}
    name, most = max(noughts.items(), key=lambda pair: pair[1])
    return name if most > MOSTLY * (len(sample) // 2) else None


def decoded(content: bytes) -> str:
    """The text in UTF-8, UTF-16 or cp1252. Raises Refused when it is none of them, or nothing is in it."""
    for encoding in candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return checked(text.lstrip("\ufeff"))
    return checked(written_in_cp1252(content))


def candidates(content: bytes) -> Iterator[str]:
    marked = next((name for mark, name in MARKS.items() if content.startswith(mark)), None)
    if marked:
        yield marked
        return
    unmarked = unmarked_utf_16(content)
    if unmarked:
        yield unmarked
    yield "utf-8"


def written_in_cp1252(content: bytes) -> str:
    """Latin-1 is within it. Any bytes would decode; so they must also be what people write."""
    if any(content.startswith(mark) for mark in MARKS):
        raise Refused(Why.NOT_TEXT)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Refused(Why.NOT_TEXT) from error
    foreign = [letter for letter in text if ord(letter) > 127]
    letters = sum(letter.isalpha() and ord(letter) < 128 for letter in text)
    if sum(letter in WRITTEN for letter in foreign) < 0.9 * len(foreign) or len(foreign) > letters:
        raise Refused(Why.NOT_TEXT)
    return text


def checked(text: str) -> str:
    if "\0" in text or len(CONTROLS.findall(text)) > len(text) // 200:
        raise Refused(Why.NOT_TEXT)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise Refused(Why.EMPTY)
    return CONTROLS.sub("", text)


def lines_of(text: str) -> list[Line]:
    """Lines with something on them; a page feed begins a new page."""
    made: list[Line] = []
    for number, page in enumerate(text.split("\f"), start=1):
        gap = True
        for line in LINES.split(page):
            if line.strip():
                made.append(Line(text=line.strip(), page=number, gap=gap))
            gap = not line.strip()
    return made
