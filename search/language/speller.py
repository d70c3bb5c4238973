"""In-corpus spelling: a deletion index over the words that occur, checked by optimal string alignment.

Source of the method: W. Garbe, symmetric delete spelling correction; one edit below eight letters, two above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

PREFIX = 7
SHORTEST = 4


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
    """Finds for a word that does not occur the closest ones that do."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self.words = [word for word in frequencies if len(word) >= SHORTEST and word.isalpha()]
        self.frequencies = frequencies
        pairs = [
            (crc32(key.encode()), number)
            for number, word in enumerate(self.words)
            for key in set(deletions(word, allowance(word)))
        ]
        table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
        self.keys: NDArray[np.uint32] = table[:, 0].astype(np.uint32)
        self.numbers: NDArray[np.int32] = table[:, 1].astype(np.int32)

    def near(self, word: str) -> set[str]:
        hashes = np.array([crc32(key.encode()) for key in set(deletions(word, allowance(word)))], dtype=np.uint32)
        starts = np.searchsorted(self.keys, hashes, side="left")
        ends = np.searchsorted(self.keys, hashes, side="right")
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        return {self.words[number] for start, end in spans for number in self.numbers[start:end].tolist()}

    def corrections(self, word: str) -> list[str]:
        """The folded words that may have been meant: the closest first, among equals the most frequent."""
        if len(word) < SHORTEST or not word.isalpha():
            return []
        limit = allowance(word)
        ranked = [(distance(word, other, limit), -self.frequencies[other], other) for other in self.near(word)]
        return [other for edits, _frequency, other in sorted(ranked) if edits <= limit]
