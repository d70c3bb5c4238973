"""Letters of a page, with their places, and how they make words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cms.papers.words import Word

# A gap of this many sizes between two letters parts words where the file has no space.
APART = 0.22


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """`text` is empty for a space. Places and size in points, from the upper left corner of the page as it is read."""

    text: str
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    bold: bool = False
    upright: bool = True


def words_of(letters: Iterable[Letter]) -> Iterator[Word]:
    """Letters in the order of the file, parted by spaces, gaps and new lines."""
    word: list[Letter] = []
    for letter in letters:
        if letter.text == "\u00ad":
            word = [*word[:-1], ended(word[-1])] if word else []
            continue
        if word and (not letter.text or is_apart(word[-1], letter)):
            yield joined(word)
            word = []
        if letter.text:
            word.append(letter)
    if word:
        yield joined(word)


def ended(letter: Letter) -> Letter:
    """With the soft hyphen that follows it, which stands nowhere itself."""
    return replace(letter, text=letter.text + "\u00ad")


def is_apart(before: Letter, after: Letter) -> bool:
    if not (before.upright and after.upright):
        return before.upright is not after.upright
    if (after.left, after.base) == (before.left, before.base):
        return False  # a ligature, told apart by PDFium
    near = APART * max(before.size, after.size, 1.0)
    return not (-2 * near < after.left - before.right < near and abs(after.base - before.base) < 2 * near)


def joined(letters: list[Letter]) -> Word:
    sizes = [letter.size for letter in letters]
    return Word(
        text=unicodedata.normalize("NFC", "".join(letter.text for letter in letters)),
        left=min(letter.left for letter in letters),
        right=max(letter.right for letter in letters),
        base=letters[0].base,
        size=max(sizes),
        bold=sum(letter.bold for letter in letters) * 2 > len(letters),
        upright=letters[0].upright,
    )
