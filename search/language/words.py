"""Cutting text into words. Pure Python: no Django, no engine, no clock."""

import re
import unicodedata
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "\u00ad": None, "\ufeff": None})
# Letters that Unicode does not decompose, written as readers type them on another keyboard.
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"})


@dataclass(frozen=True, kw_only=True)
class Language:
    """What must be known of a language: one module each.

    `stemmer` is Snowball's name for it ("" = none); `stops` are Snowball's own stop words;
    `irregular` joins what a stemmer does not (women: woman); `cut` is removed before words are taken (French elision).
    """

    code: str
    stemmer: str = ""
    stops: frozenset[str] = frozenset()
    irregular: dict[str, str] = field(default_factory=dict)
    cut: re.Pattern[str] | None = None


def fold(text: str) -> str:
    """Without accents: Türkiye becomes turkiye."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(LETTERS)


def normal(text: str) -> str:
    """NFKC, lower case, one kind of apostrophe."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).lower().translate(APOSTROPHES)


def words_of(text: str, language: Language) -> list[str]:
    """The words of `text` in their order, accents kept, stop words kept, elision cut."""
    plain = normal(text)
    if language.cut is not None:
        plain = language.cut.sub(" ", plain)
    return WORD.findall(plain)


def grams_of(word: str) -> list[str]:
    """Four-letter grams without boundary marks; a shorter word is its own gram."""
    if len(word) <= 4:
        return [word]
    return [word[start : start + 4] for start in range(len(word) - 3)]
