"""Marking the words that a text was found for, and choosing the passage that shows most of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from search.language.forms import Analyser
from search.language.words import WORD, normal

EXCERPT = 240  # letters, about two lines


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The stems and folded words to mark; a folded word that ends in * marks all that begin so."""

    stems: Collection[str]
    folds: Collection[str]

    def hit(self, word: str, analyser: Analyser) -> bool:
        forms = analyser[word]
        plain = forms.words.strip()
        if plain in self.folds or (forms.stem and forms.stem.strip() in self.stems):
            return True
        return any(plain.startswith(start[:-1]) for start in self.folds if start.endswith("*"))


def spans(text: str, marks: Marks, analyser: Analyser) -> list[tuple[int, int]]:
    """Start and end of each word to mark; elided articles are cut off as in the index."""
    found = []
    for match in WORD.finditer(text):
        if marks.hit(normal(match.group()), analyser):
            found.append(match.span())
    return found


def pieces(text: str, marks: Marks, analyser: Analyser) -> list[Piece]:
    result: list[Piece] = []
    end = 0
    for start, stop in spans(text, marks, analyser):
        if start > end:
            result.append(Piece(text[end:start], is_marked=False))
        result.append(Piece(text[start:stop], is_marked=True))
        end = stop
    return [*result, Piece(text[end:], is_marked=False)] if end < len(text) else result


def excerpt(text: str, marks: Marks, analyser: Analyser) -> list[Piece]:
    """About two lines around where most marks stand together; from the beginning when there is none."""
    if len(text) <= EXCERPT:
        return pieces(text, marks, analyser)
    found = spans(text, marks, analyser)
    starts = [start for start, _stop in found]
    best = max(starts, key=lambda first: (sum(first <= s < first + EXCERPT for s in starts), -first), default=0)
    start = 0 if best < EXCERPT // 2 else text.rfind(" ", 0, max(best - 40, 1)) + 1
    end = len(text) if start + EXCERPT >= len(text) else text.rfind(" ", start, start + EXCERPT)
    end = end if end > start else start + EXCERPT
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return pieces(before + text[start:end] + after, marks, analyser)
