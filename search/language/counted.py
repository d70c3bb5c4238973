"""How often each stem stands in each text, kept small until all are heard: 4 bytes a word instead of 100."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping


class Numbered(dict[str, int]):
    """Each word's number, given when it is first met; `words` are in that order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self.words)
        self.words.append(word)
        return number


class Counted(Mapping[int, Mapping[str, int]]):
    """By a document's number, how often each of its stems stands in it; counted anew each time that it is asked."""

    def __init__(self) -> None:
        self.known = Numbered()
        self.rows: dict[int, array[int]] = {}

    def add(self, number: int, stems: Iterable[str]) -> None:
        self.rows[number] = array("i", map(self.known.__getitem__, stems))

    def __getitem__(self, number: int) -> Counter[str]:
        return Counter(map(self.known.words.__getitem__, self.rows[number]))

    def __iter__(self) -> Iterator[int]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
