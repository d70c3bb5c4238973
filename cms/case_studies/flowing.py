"""Pieces as running text."""

from collections.abc import Iterable

from cms.case_studies.marks import NUMBERED
from cms.case_studies.pieces import Kind, Piece

BULLETED = "• "


def flowing(found: Iterable[Piece]) -> str:
    """Paragraphs parted by an empty line; points keep their bullet or number."""
    return "\n\n".join(worded(piece) for piece in found if piece.text)


def worded(piece: Piece) -> str:
    bulleted = piece.kind is Kind.STEP and not NUMBERED.match(piece.text)
    return BULLETED + piece.text if bulleted else piece.text
