"""Pieces as running text."""

from collections.abc import Iterable

from cms.case_studies.pieces import Kind, Piece

BULLETED = "• "


def flowing(found: Iterable[Piece]) -> str:
    """Paragraphs parted by an empty line; points keep their bullet."""
    return "\n\n".join(worded(piece) for piece in found if piece.text)


def worded(piece: Piece) -> str:
    return BULLETED + piece.text if piece.kind is Kind.STEP else piece.text
