"""Words with a short text each, in files that are mapped into memory: who reads them keeps nothing of his own.

A dictionary of 190,000 words costs a web process 40 MB and more; here it costs the pages that are looked at, shared by
all processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SEPARATOR = "\t"


@dataclass(frozen=True)
class Rows:
    """Texts by number, end to end in `letters`; text i stands at `starts[i]:starts[i+1]`."""

    starts: NDArray[np.int64]
    letters: NDArray[np.uint8]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Rows:
        encoded = [text.encode() for text in texts]
        starts = np.concatenate([[0], np.cumsum([len(text) for text in encoded])]).astype(np.int64)
        return cls(starts, np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return self.letters[self.starts[number] : self.starts[number + 1]].tobytes().decode()

    def save(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / f"{name}.starts.npy", self.starts)
        np.save(folder / f"{name}.letters.npy", self.letters)

    @classmethod
    def load(cls, folder: Path, name: str) -> Rows:
        if not (folder / f"{name}.letters.npy").exists():
            return cls.of(())
        return cls(mapped(folder / f"{name}.starts.npy"), mapped(folder / f"{name}.letters.npy"))


@dataclass(frozen=True)
class Shelf:
    """Texts by word, found by the word's checksum: `sums` is sorted, and row i belongs to `sums[i]`."""

    sums: NDArray[np.uint32]
    rows: Rows

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Shelf:
        """No word may hold a tab."""
        ordered = sorted((crc32(word.encode()), f"{word}{SEPARATOR}{text}") for word, text in texts.items())
        return cls(np.array([key for key, _row in ordered], dtype=np.uint32), Rows.of(row for _key, row in ordered))

    def get(self, word: str) -> str | None:
        wanted = np.uint32(crc32(word.encode()))
        place = int(np.searchsorted(self.sums, wanted))
        while place < len(self.sums) and self.sums[place] == wanted:
            found, _tab, text = self.rows[place].partition(SEPARATOR)
            if found == word:
                return text
            place += 1
        return None

    def words(self) -> list[str]:
        return [self.rows[place].partition(SEPARATOR)[0] for place in range(len(self.rows))]

    def save(self, folder: Path, name: str) -> None:
        self.rows.save(folder, name)
        np.save(folder / f"{name}.sums.npy", self.sums)

    @classmethod
    def load(cls, folder: Path, name: str) -> Shelf:
        rows = Rows.load(folder, name)
        return cls(mapped(folder / f"{name}.sums.npy"), rows) if len(rows) else cls.of({})


def mapped(path: Path) -> NDArray[Any]:
    """The array in the file; an empty one cannot be mapped."""
    try:
        found: NDArray[Any] = np.load(path, mmap_mode="r")
    except ValueError:
        found = np.load(path)
    return found
