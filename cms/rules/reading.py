"""How hard a text is to read: LIX, which needs no word list and so says the same in every language with words.

C.-H. Björnsson, Läsbarhet (1968); levels after J. Anderson, “Lix and Rix: Variations on a little-known readability
index”, Journal of Reading 26 (1983): up to 25 books for children, up to 30 simple texts, up to 40 stories, above it
newspapers and reports. French and Spanish words are a little longer than English ones: the figure is a help, no rule.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LONG_WORD = 7
LONG_SENTENCE = 15
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
ENDS = re.compile(r"[.!?…:؟。]+(?:\s|$)|\n+")


class Level(StrEnum):
    NOTHING = "nothing"
    CHILDREN = "children"
    SIMPLE = "simple"
    HARD = "hard"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`lix` is the mean words of a sentence plus the percentage of words of seven letters and more."""

    words: int
    sentences: int
    lix: Fraction
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]

    @property
    def level(self) -> Level:
        if not self.words:
            return Level.NOTHING
        if self.lix <= 30:
            return Level.CHILDREN
        return Level.SIMPLE if self.lix <= 40 else Level.HARD


def reading_of(text: str) -> Reading:
    sentences = [part.strip() for part in ENDS.split(text) if WORDS.search(part)]
    words = WORDS.findall(text)
    long_words = [word for word in words if letters(word) >= LONG_WORD]
    return Reading(
        words=len(words),
        sentences=len(sentences),
        lix=Fraction(len(words), len(sentences)) + Fraction(100 * len(long_words), len(words))
        if words
        else Fraction(0),
        long_sentences=tuple(part for part in sentences if len(WORDS.findall(part)) > LONG_SENTENCE),
        long_words=tuple(sorted(set(map(str.lower, long_words)), key=lambda word: (-letters(word), word))),
    )


def letters(word: str) -> int:
    """Without the article that French writes onto its word: l’enfant has six, not eight."""
    return max(len(part) for part in re.split(r"['’-]", word))
