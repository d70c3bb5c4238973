"""In-corpus spelling: a deletion index over the words that occur, checked by optimal string alignment.

Source of the method: W. Garbe, symmetric delete spelling correction; one edit below eight letters, two above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from search.language.shelves import Rows, mapped

PREFIX = 7
SHORTEST = 4
WORDS, ROOTS = "spelling", "spelling.stems"  # the files of what is corrected to words, and to stems


def allowance(word: str) -> int:
    return 1 if len(word) < 8 else 2


def deletions(word: str, edits: int) -> Iterator[str]:
    """The seven-letter prefix of `word` with up to `edits` letters left out."""
    stub = word[:PREFIX]
    for count in range(min(edits, len(stub) - 1) + 1):
        for gone in combinations(range(len(stub)), count):
            yield "".join(letter for place, letter in enumerate(stub) if place not in gone)


def distance(left: str, right: str, limit: int) -> int:
    """Optimal string alignment: insert, delete, replace, swap neighbours; more than `limit` is `limit + 1`."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        now = [row]
        for column, other in enumerate(right, 1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            if before and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        if min(now) > limit:
            return limit + 1
        before, last = last, now
    return last[-1]


class Speller:
    """Finds for a word that does not occur the closest ones that do. `keys`, sorted, are the checksums of what is left
    of a word without some letters; `numbers` say which of the `words` each belongs to."""

    def __init__(self, words: Rows, keys: NDArray[np.uint32], numbers: NDArray[np.int32]) -> None:
        self.words = words
        self.keys = keys
        self.numbers = numbers

    @classmethod
    def of(cls, words: Iterable[str]) -> Speller:
        taught = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
        keys: list[int] = []
        numbers: list[int] = []
        for number, word in enumerate(taught):
            sums = {crc32(key.encode()) for key in deletions(word, allowance(word))}
            keys += sums
            numbers += [number] * len(sums)
        table = np.array(keys, dtype=np.uint32)
        order = np.argsort(table, kind="stable")
        return cls(Rows.of(taught), table[order], np.array(numbers, dtype=np.int32)[order])

    def near(self, word: str) -> set[str]:
        hashes = np.array([crc32(key.encode()) for key in set(deletions(word, allowance(word)))], dtype=np.uint32)
        starts = np.searchsorted(self.keys, hashes, side="left")
        ends = np.searchsorted(self.keys, hashes, side="right")
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        numbers = {number for start, end in spans for number in self.numbers[start:end].tolist()}
        return {self.words[number] for number in numbers}

    def corrections(self, word: str, frequency: Callable[[str], int]) -> list[str]:
        """The folded words that may have been meant: the closest first, among equals the most frequent."""
        if len(word) < SHORTEST or not word.isalpha():
            return []
        limit = allowance(word)
        measured = ((distance(word, other, limit), other) for other in self.near(word))
        ranked = [(edits, -frequency(other), other) for edits, other in measured if edits <= limit]
        return [other for _edits, _frequency, other in sorted(ranked)]

    def save(self, folder: Path, name: str = WORDS) -> None:
        self.words.save(folder, name)
        np.save(folder / f"{name}.keys.npy", self.keys)
        np.save(folder / f"{name}.numbers.npy", self.numbers)

    @classmethod
    def load(cls, folder: Path, name: str = WORDS) -> Speller:
        words = Rows.load(folder, name)
        if not len(words):
            return cls.of(())
        return cls(words, mapped(folder / f"{name}.keys.npy"), mapped(folder / f"{name}.numbers.npy"))
