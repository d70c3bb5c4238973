"""Cutting text into words. Pure Python: no Django, no engine, no clock."""

import re
import unicodedata
from dataclasses import dataclass, field

# What stands on or under a letter is part of its word: vowels of Arabic and Hindi, accents set apart.
MARKS = "".join(chr(code) for code in range(0x300, 0xABFF) if unicodedata.category(chr(code)) in {"Mn", "Mc"})
WORD = re.compile(rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*")
# Scripts that set no space between words: kana, Han, Thai, Lao, Burmese, Khmer. Two letters at a time are a word.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
APOSTROPHES = ("’", "‘", "ʼ", "＇")
# Soft hyphens, and what Arabic may leave unwritten: vowel signs and the drawn-out line.
UNWRITTEN = re.compile("[\u00ad\ufeff\u0640\u064b-\u0652\u0670]+")
# Letters that Unicode does not decompose, written as readers type them on another keyboard; in Arabic, the ends that
# are written either way, and the Persian forms of two letters.
LETTERS = str.maketrans(
    {
        **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ς": "σ"},
        **{"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ٱ": "ا"},
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)},
    }
)


# What is replaced by what, one after the other.
Rules = tuple[tuple[re.Pattern[str], str], ...]


def rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), put) for pattern, put in pairs)


@dataclass(frozen=True, kw_only=True)
class Language:
    """What must be known of a language: one module each.

    `stemmer` is Snowball's name for it ("" = none: the rules alone, on the folded word); `stops` are Snowball's own
    stop words and what asks (how many, which), with and without accents; `irregular` joins what a stemmer does not
    (women: woman); `before` and `after` mend in general what goes into it and what comes out; `cut` is removed before
    words are taken (French elision).
    """

    code: str
    stemmer: str = ""
    stops: frozenset[str] = frozenset()
    irregular: dict[str, str] = field(default_factory=dict)
    before: Rules = ()
    after: Rules = ()
    cut: re.Pattern[str] | None = None


def fold(text: str) -> str:
    """Without accents: Türkiye becomes turkiye."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(LETTERS)


def stop_words(*lists: str) -> frozenset[str]:
    """Also as those write them who leave out accents: "etait" says as little as "était"."""
    words = [word for words in lists for word in words.split()]
    return frozenset([*words, *map(fold, words)])


def replaced(word: str, rules: Rules) -> str:
    for pattern, put in rules:
        word = pattern.sub(put, word)
    return word


def normal(text: str) -> str:
    """NFKC, lower case, one kind of apostrophe."""
    if text.isascii():
        return text.lower()
    plain = UNWRITTEN.sub("", unicodedata.normalize("NFKC", text).lower())
    for sign in APOSTROPHES:
        plain = plain.replace(sign, "'")
    return plain


def words_of(text: str, language: Language) -> list[str]:
    """The words of `text` in their order, accents kept, stop words kept, elision cut."""
    plain = normal(text)
    if language.cut is not None:
        plain = language.cut.sub(" ", plain)
    found = WORD.findall(plain)
    if plain.isascii() or not UNSPACED.search(plain):
        return found
    return [piece for word in found for _place, piece in placed(word)]


def placed(word: str, start: int = 0) -> list[tuple[int, str]]:
    """The word itself with its place; of a script without spaces, every two letters that stand side by side."""
    found = None if word.isascii() else UNSPACED.search(word)
    if found is None:
        return [(start, word)]
    first, end = found.span()
    run = found.group()
    pairs = [(start + first + place, run[place : place + 2]) for place in range(max(len(run) - 1, 1))]
    before = [(start, word[:first])] if first else []
    return [*before, *pairs, *(placed(word[end:], start + end) if word[end:] else [])]


def grams_of(word: str) -> list[str]:
    """Four-letter grams without boundary marks; a shorter word is its own gram. Of a script without spaces, letters."""
    if not word.isascii() and UNSPACED.match(word):
        return list(word)
    if len(word) <= 4:
        return [word]
    return [word[start : start + 4] for start in range(len(word) - 3)]
