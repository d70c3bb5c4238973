"""Marking the words that a text was found for, and choosing the passage that shows most of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from search.language.forms import Analyser, Forms
from search.language.words import UNSPACED, WORD, normal, placed

EXCERPT = 240  # letters, about two lines
BREAK = re.compile(r"[^\s'’-]")  # a sign between two words that keeps them apart

REMEMBERED = 65_536
word_of = lru_cache(maxsize=REMEMBERED)(normal)  # texts that are shown have most of their words in common

HIT, SMALL, OTHER = "hit", "small", "other"  # a word to mark, one that a mark reaches over, any other


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The stems and folded words to mark; a folded word that ends in * marks all that begin so.

    `verdicts` remembers by language what each word is: ten hits about the same have most of their words in common.
    """

    stems: Collection[str]
    folds: Collection[str]
    starts: tuple[str, ...] = field(init=False)
    verdicts: dict[str, Verdicts] = field(init=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(fold[:-1] for fold in self.folds if fold.endswith("*")))

    def hit(self, forms: Forms) -> bool:
        plain = forms.words[:-1]
        return plain in self.folds or forms.stem[:-1] in self.stems or plain.startswith(self.starts)

    def verdicts_in(self, analyser: Analyser) -> Verdicts:
        code = analyser.language.code
        if code not in self.verdicts:
            self.verdicts[code] = Verdicts(self, analyser)
        return self.verdicts[code]


class Verdicts(dict[str, str]):
    """What each word of a text is, as it is written: looked at once, however often it comes."""

    def __init__(self, marks: Marks, analyser: Analyser) -> None:
        super().__init__()
        self.marks = marks
        self.analyser = analyser

    def __missing__(self, piece: str) -> str:
        word = word_of(piece)
        forms = self.analyser[word]
        small = SMALL if len(word) == 1 or not forms.stem else OTHER
        self[piece] = verdict = HIT if self.marks.hit(forms) else small
        return verdict


def spans(text: str, marks: Marks, analyser: Analyser) -> list[tuple[int, int]]:
    """Start and end of each stretch to mark: words side by side are one, with the stop words between them."""
    found: list[tuple[int, int]] = []
    if not marks.stems and not marks.folds:
        return found
    verdicts = marks.verdicts_in(analyser)
    reach = -1  # how far the last stretch may be drawn out: over spaces, apostrophes and stop words
    for start, piece in placed_words(text):
        verdict = verdicts[piece]
        if reach < 0 and verdict is not HIT:
            continue
        end = start + len(piece)
        if reach >= 0 and BREAK.search(text, reach, start):
            reach = -1
        if verdict is HIT:
            found[-1:] = [(found[-1][0], end)] if reach >= 0 else [*found[-1:], (start, end)]
            reach = end
        elif reach >= 0:
            reach = end if verdict is SMALL else -1
    return found


def placed_words(text: str) -> Iterator[tuple[int, str]]:
    if not UNSPACED.search(text):
        return ((match.start(), match.group()) for match in WORD.finditer(text))
    return (item for match in WORD.finditer(text) for item in placed(match.group(), match.start()))


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
