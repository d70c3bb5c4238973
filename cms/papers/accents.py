"""Accents that were set as signs of their own over a letter, as TeX does with its oldest fonts: one letter again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
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
CEDILLA = "¸"
DOTLESS = {"ı": "i", "ȷ": "j"}
# Signs of one page that are looked for among all its letters: more are a drawing.
MOST_SIGNS = 300


def composed(letters: Iterable[Letter]) -> list[Letter]:
    """Letters in the order of the file. A sign stands before its letter, a cedilla after it, one raised anywhere."""
    made: list[Letter] = []
    for letter in letters:
        after = made and letter.text == CEDILLA
        both = one_letter(letter, made[-1]) if after else one_letter(made[-1], letter) if made else None
        if both is not None:
            made.pop()
        made.append(both or letter)
    return made if sum(letter.text in OVER for letter in made) > MOST_SIGNS else with_raised(made)


def with_raised(letters: list[Letter]) -> list[Letter]:
    """The signs over capitals, which some programs write when the line is done."""
    made = list(letters)
    for sign in (letter for letter in letters if letter.text in OVER):
        at, both = next(((at, both) for at, each in enumerate(made) if (both := one_letter(sign, each))), (0, None))
        if both is not None:
            made[at] = both
            made.remove(sign)
    return made


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
