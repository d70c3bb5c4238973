"""From a PDF to its words with their places. PDFium reads it; only the reading process imports this."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from cms.papers import limits
from cms.papers.accents import composed
from cms.papers.dots import bullets, is_dot
from cms.papers.letters import Letter, words_of
from cms.papers.sheets import Sheet
from cms.papers.turning import Turned, direction
from cms.papers.values import Box
from cms.papers.why import Refused, Why

# What PDFium says for a hyphen at the end of a line, and for a letter that it cannot name.
HYPHEN = 0x02
NAMELESS = (0, 0xFFFE, 0xFFFF, 0xFFFD)
# Fonts of marks have no letters; these are how Word's bullets come out of them.
MARKS = {0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "➔", 0xF076: "❖"}
# Below 0x20 TeX's fonts have letters, where a file does not say which.
TEX = {
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    **dict(zip(range(0x1B, 0x20), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    0x88: "•",
    **{0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl"},
}
# And from 0x80 Windows has its marks.
WINDOWS = {code: bytes([code]).decode("cp1252") for code in (0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97)}
WRITTEN = {**MARKS, **TEX, **WINDOWS}
LIGATURES = range(0xFB00, 0xFB07)
PRIVATE = range(0xE000, 0xF900)
BOLD = ("bold", "black", "heavy", "demi")
BOLD_FROM = 600
# Of the letters of a page, how many may be without a name before it counts as one without text.
MOST_NAMELESS = 0.3
# Letters of a page that are asked which way they run.
MOST_ASKED = 400


def opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(Why.LOCKED if locked else Why.DAMAGED) from error


def sheets(document: pypdfium2.PdfDocument, *, most_pages: int) -> Iterator[Sheet]:
    for index in range(min(len(document), most_pages)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise Refused(Why.DAMAGED) from error
        yield sheet(page, number=index + 1)
        page.close()


def sheet(page: pypdfium2.PdfPage, *, number: int) -> Sheet:
    if max(page.get_size()) > limits.LONGEST_SIDE:
        raise Refused(Why.GIANT_PAGE)
    text, count = held_to_read(page)
    turned = Turned.of(page)
    letters = [letter for index in range(count) if (letter := letter_at(text.raw, index, turned=turned))]
    nameless = sum(letter.text == "\ufffd" for letter in letters)
    made = Sheet(number=number, width=turned.width, height=turned.height)
    if nameless <= MOST_NAMELESS * len(letters):
        made.words = list(words_of(composed(letters)))
        drawn = list(shapes(page, turned=turned))
        made.frames = [shape for shape in drawn if not is_dot(shape)]
        made.words += bullets([shape for shape in drawn if is_dot(shape)], words=made.words)
    text.close()
    return made


def held_to_read(page: pypdfium2.PdfPage) -> tuple[pypdfium2.PdfTextPage, int]:
    """Its text and how many characters that has; the page is turned first so that most of its lines run level."""
    text = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text.raw)
    if count > limits.MOST_CHARACTERS_OF_A_PAGE:
        raise Refused(Why.TOO_MUCH_TEXT)
    turn = turn_of(text.raw, count, otherwise=page.get_rotation())
    if turn == page.get_rotation():
        return text, count
    text.close()
    page.set_rotation(turn)
    text = page.get_textpage()
    return text, pdfium.FPDFText_CountChars(text.raw)


def turn_of(text: pdfium.FPDF_TEXTPAGE, count: int, *, otherwise: int) -> int:
    """How the page is held to read most of its letters: a table set sideways is, whatever the file says of the page."""
    counted: Counter[int] = Counter()
    matrix = pdfium.FS_MATRIX()
    for index in range(0, count, max(1, count // MOST_ASKED)):
        if chr(pdfium.FPDFText_GetUnicode(text, index)).isalnum():
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            counted[direction(matrix.a, matrix.b)] += 1
    return counted.most_common(1)[0][0] if counted else otherwise


def letter_at(text: pdfium.FPDF_TEXTPAGE, index: int, *, turned: Turned) -> Letter | None:
    """None for what stands nowhere, such as the line ends that PDFium adds."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    if code in (0x0D, 0x0A, 0xAD):
        return Letter(text="\u00ad") if code == 0xAD else None
    said = named(code)
    if not said.strip():
        return Letter(text="")
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    along, down = turned.vector(matrix.a, matrix.b)
    left, base = turned.point(x.value, y.value)
    size = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
    upright = along > 0 and abs(down) < 0.1 * along
    return Letter(
        text=said,
        left=left,
        right=right_of(text, index, turned=turned),
        base=base,
        size=size,
        bold=is_bold(text, index),
        upright=upright,
    )


def right_of(text: pdfium.FPDF_TEXTPAGE, index: int, *, turned: Turned) -> float:
    """The right edge as it is seen."""
    left, right, bottom, top = (ctypes.c_double() for _edge in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    corners = (turned.point(left.value, bottom.value), turned.point(right.value, top.value))
    return max(x for x, _y in corners)


def named(code: int) -> str:
    if code == HYPHEN:
        return "-"
    if code in WRITTEN:
        return WRITTEN[code]
    if code in NAMELESS or code in PRIVATE or 0xD800 <= code < 0xE000:
        return "\ufffd"
    letter = chr(code)
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", letter)
    return "" if unicodedata.category(letter) in ("Cc", "Cf", "Zs") else letter


FONT_NAMES = ctypes.create_string_buffer(96)
FLAGS = ctypes.c_int()


def is_bold(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, index) >= BOLD_FROM:
        return True
    pdfium.FPDFText_GetFontInfo(text, index, FONT_NAMES, len(FONT_NAMES), FLAGS)
    name = FONT_NAMES.value.decode("utf-8", "replace").lower()
    return any(mark in name for mark in BOLD)


def shapes(page: pypdfium2.PdfPage, *, turned: Turned) -> Iterator[Box]:
    """What is drawn and may frame or underlie a box of text."""
    for number, shape in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number > limits.MOST_SHAPES:
            return
        left, bottom, right, top = shape.get_bounds()
        (x0, y0), (x1, y1) = turned.point(left, bottom), turned.point(right, top)
        yield Box(left=min(x0, x1), top=min(y0, y1), right=max(x0, x1), bottom=max(y0, y1))
