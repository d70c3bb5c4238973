"""The order of words as each language's dictionaries have it, near enough to the CLDR's for lists of names.

ICU would do it all; PyICU has no wheel, and a compiler on every server is more than a list of countries is worth.
"""

import unicodedata
from functools import cache, lru_cache

# Letters that stand for two, or that no decomposition takes apart.
SPELT_OUT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# A letter of its own: Spanish dictionaries have ñ after every n.
OWN_LETTERS = {"es": {"ñ": "n\uffff"}}
# The alphabet as taught; hamza and the forms of alif are one letter at first sight, so are ta marbuta and ha.
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": ""})
APOSTROPHES = str.maketrans("", "", "'’ʼ-‑")

Key = tuple[str, str, str]


@lru_cache(maxsize=4096)  # a database that compares two by two asks for each name again and again
def sort_key(text: str, language: str) -> Key:
    """By letters; then by accents; then by what is left, so that no two different texts are equal."""
    lower = unicodedata.normalize("NFC", text).casefold()
    return _letters(lower, language), unicodedata.normalize("NFD", lower), text


@cache
def _own_letters(language: str) -> dict[int, str]:
    return str.maketrans(OWN_LETTERS.get(language, {}))


def _letters(lower: str, language: str) -> str:
    spelt = lower.translate(ARABIC).translate(_own_letters(language)).translate(SPELT_OUT).translate(APOSTROPHES)
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(letter))
