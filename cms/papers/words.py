"""Words on a page, and how they stand in rows. Plain geometry, in points from the upper left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

# Baselines that differ by less than this many sizes are one row: superscripts and small capitals stand a little off.
SAME_ROW = 0.35
# A gap of this many sizes within a row may be a gutter between columns, as may a wide space of a justified line:
# `columns` tells them apart.
GUTTER = 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    upright: bool = True


class Strip:
    """Words beside each other without a gap that could be a gutter: a line of a column, or a piece of one."""

    __slots__ = ("base", "bold", "bottom", "left", "letters", "right", "size", "text", "top")

    def __init__(self, words: list[Word]) -> None:
        self.left, self.right = words[0].left, max(word.right for word in words)
        largest = max(words, key=lambda word: word.size)
        # Of its largest word: a footnote's mark stands higher.
        self.base = largest.base
        sizes = letters_by_size(words)
        # Of most letters: a bullet may be larger than its line.
        self.size = max(sizes, key=lambda size: (sizes[size], size)) if any(sizes.values()) else largest.size
        self.letters = sum(sizes.values())
        self.top, self.bottom = self.base - 0.8 * self.size, self.base + 0.2 * self.size
        self.text = " ".join(word.text for word in words)
        self.bold = 2 * sum(len(word.text) for word in words if word.bold) > sum(len(word.text) for word in words)


def letters_by_size(words: Iterable[Word]) -> Counter[float]:
    """How many letters there are of each size; a bullet is none."""
    counted: Counter[float] = Counter()
    for word in words:
        counted[word.size] += sum(letter.isalnum() for letter in word.text)
    return counted


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words by baseline, from above; each row from the left."""
    made: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        row = made[-1] if made else []
        if row and abs(word.base - row[-1].base) <= SAME_ROW * max(min(word.size, row[-1].size), 4.0):
            row.append(word)
        else:
            made.append([word])
    return [sorted(row, key=lambda word: word.left) for row in made]


def strips(words: Iterable[Word]) -> list[Strip]:
    return [Strip(piece) for row in rows(words) for piece in parted(row)]


def parted(row: list[Word]) -> Iterator[list[Word]]:
    """A row, cut where a gap is as wide as a gutter."""
    piece, right = [row[0]], row[0].right
    for word in row[1:]:
        if word.left - right > GUTTER * min(word.size, piece[-1].size):
            yield piece
            piece = []
        piece.append(word)
        right = max(right, word.right) if len(piece) > 1 else word.right
    yield piece


def usual_size(found: Iterable[Strip]) -> float:
    """The size of most letters."""
    sizes = [round(strip.size, 1) for strip in found for _letter in range(max(len(strip.text) // 10, 1))]
    return median(sizes) if sizes else 10.0
