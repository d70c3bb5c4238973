"""Which language texts are in that do not say it: the one whose little words are most of them."""

from __future__ import annotations

from collections.abc import Sequence

from search.language.forms import LANGUAGES
from search.language.words import fold, words_of

ENOUGH = 0.05  # of the words; a text has some three in ten
LOOKED_AT = 20_000  # words


def guessed(texts: Sequence[str]) -> str:
    """The code of a language that has a module; nothing where the words tell none."""
    shares = {code: little(texts, code) for code in LANGUAGES}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= ENOUGH else ""


def little(texts: Sequence[str], code: str) -> float:
    """How many of the first words are stop words of this language."""
    language = LANGUAGES[code]
    seen = hits = 0
    for text in texts:
        words = words_of(text, language)
        seen += len(words)
        hits += sum(word in language.stops or fold(word) in language.stops for word in words)
        if seen >= LOOKED_AT:
            break
    return hits / max(seen, 1)
