"""How often each stem stands in each text, kept on disk until all are heard, and then as numbers: 4 bytes a word where
a counter takes 100."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from tempfile import TemporaryFile
from weakref import finalize


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
    """By a document's number, how often each of its stems stands in it; counted anew each time that it is asked.

    While an index is built, hearing is no more than writing down; whoever asks first has it read again.
    """

    def __init__(self) -> None:
        self.known = Numbered()
        self.rows: dict[int, array[int]] = {}
        self.waiting: list[int] = []
        self.file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - lives as long as this does
        finalize(self, self.file.close)

    def add(self, number: int, stems: str) -> None:
        """`stems` are separated by spaces. Said again, a document's latest words count."""
        self.waiting.append(number)
        self.file.write(f"{stems}\n")

    def heard(self) -> dict[int, array[int]]:
        if self.waiting:
            self.file.seek(0)
            for number, line in zip(self.waiting, self.file, strict=True):
                self.rows[number] = array("i", map(self.known.__getitem__, line.split()))
            self.waiting.clear()
            self.file.seek(0)
            self.file.truncate()
        return self.rows

    def __getitem__(self, number: int) -> Counter[str]:
        row = self.heard()[number]
        return Counter(map(self.known.words.__getitem__, row))

    def __iter__(self) -> Iterator[int]:
        return iter(self.heard())

    def __len__(self) -> int:
        return len(self.heard())
