"""What a study is called: the largest words above its first heading."""

from itertools import takewhile

from cms.case_studies.marks import KICKER
from cms.case_studies.pieces import Piece

# In points: letters of one title are as large.
AS_LARGE = 0.6
LONGEST_TITLE = 250


def title_of(before: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the title, and whatever else stands above the first heading."""
    named = [piece for piece in before if not KICKER.match(piece.text)] or before
    if not named:
        return [], []
    largest = max(piece.size for piece in named)
    large = [piece for piece in named if piece.large and piece.size > largest - AS_LARGE]
    start = named.index(large[0]) if large else 0
    title = [named[start], *takewhile(lambda piece: large and piece in large, named[start + 1 :])]
    return title, [piece for piece in before if piece not in title]
