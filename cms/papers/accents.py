"""Accents that were set as signs of their own over a letter, as TeX does with its oldest fonts: one letter again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cms.papers.letters import Letter

# Signs that stand alone, and what they are on a letter.
OVER = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "¨": "\u0308",
    "˜": "\u0303",
    "~": "\u0303",
    "¸": "\u0327",
    "˚": "\u030a",
    "ˇ": "\u030c",
    "˙": "\u0307",
    "¯": "\u0304",
}
DOTLESS = {"ı": "i", "ȷ": "j"}


def composed(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters in the order of the file; a sign comes before its letter, a cedilla after it."""
    held: Letter | None = None
    for letter in letters:
        if held is None:
            held = letter
            continue
        both = one_letter(held, letter) or one_letter(letter, held)
        if both is None:
            yield held
        held = both or letter
    if held is not None:
        yield held


def one_letter(sign: Letter, letter: Letter) -> Letter | None:
    """The two as one, where the sign stands over or under the letter and a letter with it exists."""
    if sign.text not in OVER or not letter.text.isalpha() or not is_within(sign, letter):
        return None
    said = unicodedata.normalize("NFC", DOTLESS.get(letter.text, letter.text) + OVER[sign.text])
    return replace(letter, text=said) if len(said) == 1 else None


def is_within(sign: Letter, letter: Letter) -> bool:
    middle = (sign.left + sign.right) / 2
    near = 0.1 * letter.size
    return letter.left - near < middle < letter.right + near and abs(sign.base - letter.base) < 0.5 * letter.size
