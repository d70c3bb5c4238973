"""From a Word file to its paragraphs: python-docx opens it; only the reading process imports this.

The text is read with all tracked changes accepted: what was deleted is gone, what was put in is there.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from cms.papers import limits
from cms.papers.styles import Styles
from cms.papers.values import Line, Place
from cms.papers.why import Refused, Why

BODY = "word/document.xml"
MACROS = ("vbaproject.bin", "vbadata.xml")
BULLET = "• "
NOTES = ("footnotes", "endnotes")
# Separators of notes are notes to Word, with these types.
NO_NOTE = ("separator", "continuationSeparator", "continuationNotice")


def checked(content: bytes) -> None:
    """Before anything is unpacked. Raises Refused for bombs, macros, other kinds, and what is cut off."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Refused(Why.DAMAGED) from error
    if len(parts) > limits.MOST_PARTS or sum(part.file_size for part in parts) > limits.MOST_BYTES_UNPACKED:
        raise Refused(Why.BOMB)
    if any(is_bomb(part) for part in parts):
        raise Refused(Why.BOMB)
    names = {part.filename.casefold() for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Why.LOCKED)
    if any(name.endswith(MACROS) for name in names):
        raise Refused(Why.MACROS)
    if BODY not in names:
        raise Refused(Why.OTHER_OFFICE)


def is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > limits.HARMLESS_PART and part.file_size > limits.MOST_UNPACKING * max(part.compress_size, 1)


def read(content: bytes) -> Iterator[Line]:
    """Heads and feet, then the text with its boxes, then the notes."""
    checked(content)
    try:
        document = docx.Document(BytesIO(content))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError, AttributeError) as error:
        raise Refused(Why.DAMAGED) from error
    if "macroenabled" in document.part.content_type.casefold():
        raise Refused(Why.MACROS)
    styles = Styles(document)
    flow = Flow(styles)
    yield from margins(document, flow=flow)
    yield from flow.lines(document.element.body)
    yield from notes(document, flow=flow)


def margins(document: Any, *, flow: Flow) -> Iterator[Line]:
    """Each different head and foot once."""
    seen: set[str] = set()
    for part in related(document, "header", "footer"):
        for line in flow.lines(part):
            if line.text not in seen:
                seen.add(line.text)
                yield replace(line, place=Place.MARGIN, group=0, gap=True)


def notes(document: Any, *, flow: Flow) -> Iterator[Line]:
    for part in related(document, *NOTES):
        for note in part:
            if note.get(qn("w:type")) not in NO_NOTE:
                yield from (replace(line, place=Place.NOTE, group=0) for line in flow.lines(note))


def related(document: Any, *kinds: str) -> Iterator[Any]:
    """The roots of other parts, in the order of their names."""
    parts = {rel.target_part.partname: rel for rel in document.part.rels.values() if not rel.is_external}
    for _name, rel in sorted(parts.items()):
        if rel.reltype.rsplit("/", 1)[-1] in kinds:
            yield parse_xml(rel.target_part.blob)


class Flow:
    """The paragraphs of a part, in order, with what is in tables and boxes."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.groups = 0

    def lines(self, root: Any) -> Iterator[Line]:
        """Tables row by row; a cell's paragraphs one under the other."""
        gap, before = True, ""
        for paragraph in own_paragraphs(root):
            if is_joined_to_next(paragraph):
                before += text_of(paragraph)
                yield from self.boxes_of(paragraph)
                continue
            said = list(self.lines_of(paragraph, gap=gap, before=before))
            before = ""
            yield from said
            gap = not said or not self.styles.is_close(paragraph)
            yield from self.boxes_of(paragraph)
        if before.strip():
            yield Line(text=before.strip(), gap=gap)

    def lines_of(self, paragraph: Any, *, gap: bool, before: str = "") -> Iterator[Line]:
        """`before`: what stands in paragraphs whose ends were deleted."""
        look = self.styles.look(paragraph)
        for number, text in enumerate((before + text_of(paragraph)).split("\n")):
            words = " ".join(text.split(" ")).strip(" \t")
            if words.strip():
                bullet = BULLET if look.bullet and not number else ""
                yield replace(look.line, text=bullet + words, gap=gap and not number)

    def boxes_of(self, paragraph: Any) -> Iterator[Line]:
        """A text box hangs on a paragraph; Word writes each twice, for older programs."""
        for box in paragraph.iter(qn("w:txbxContent")):
            if any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
                continue
            self.groups += 1
            group = self.groups
            yield from (replace(line, place=Place.BOX, group=group) for line in self.lines(box))


def own_paragraphs(root: Any) -> Iterator[Any]:
    """Not those of boxes within, which `boxes_of` reads."""
    for child in root:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag not in (qn("w:txbxContent"), qn("w:del")):
            yield from own_paragraphs(child)


def is_joined_to_next(paragraph: Any) -> bool:
    """Its end was deleted by somebody who tracked changes."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def text_of(paragraph: Any) -> str:
    return "".join(pieces(paragraph))


SAID = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}
SAYS = {qn(name): said for name, said in SAID.items()}
PASSED_OVER = {qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr", "w:instrText")}


def pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in SAYS:
            yield SAYS[child.tag]
        elif child.tag == qn("w:sym"):
            yield mark(child.get(qn("w:char")) or "")
        elif child.tag not in PASSED_OVER:
            yield from pieces(child)


def mark(code: str) -> str:
    """A letter of a font of marks, such as Wingdings: a bullet, an arrow."""
    return "•" if code else ""
