"""Topic vectors: latent semantic analysis of the corpus by randomised SVD, in numpy.

TF-IDF of stems (1 + ln tf), k = 100 (Halko, Martinsson, Tropp 2011). Saved beside the index version, memory-mapped.
A large corpus is learnt from a sample of its documents, and every document gets a vector: one without would stand a
quarter of the score behind the others (Cranfield with vectors for 340 of its 1,400 documents: .394 instead of .417).
Rows are not made equally long first: that gained .002 on Cranfield and lost as much on XQuAD in both languages.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
DIMENSIONS = 100
SPARE = 20
MOST_TERMS = 50_000
ROUNDS = 3
MOST_ENTRIES = 3_500_000  # stems of documents that the axes are learnt from: 10,000 long texts or 100,000 short ones
PLACED = 2_000  # documents that are given their vectors at once
BLOCK = 8_000  # non-zero entries multiplied at once: few enough to stay in the processor's cache

NONE: Mapping[int, Mapping[str, int]] = {}


@dataclass(frozen=True)
class Sparse:
    """Compressed rows: row i holds `columns[starts[i]:starts[i+1]]`."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    values: Matrix
    width: int

    def __matmul__(self, dense: Matrix) -> Matrix:
        rows = len(self.starts) - 1
        result = np.zeros((rows, dense.shape[1]), dtype=np.float32)
        first = 0
        while first < rows:
            last = int(np.searchsorted(self.starts, self.starts[first] + BLOCK, side="right")) - 1
            last = min(max(last, first + 1), rows)
            self._multiply(dense, result, first, last)
            first = last
        return result

    def _multiply(self, dense: Matrix, result: Matrix, first: int, last: int) -> None:
        low, high = self.starts[first], self.starts[last]
        if low == high:
            return
        products = dense[self.columns[low:high]] * self.values[low:high, None]
        full = np.flatnonzero(np.diff(self.starts[first : last + 1])) + first
        result[full] = np.add.reduceat(products, self.starts[full] - low, axis=0)

    def transposed(self) -> Sparse:
        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return Sparse(starts, rows[order], self.values[order], len(self.starts) - 1)


def unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def chosen_terms(frequencies: Mapping[str, int]) -> list[str]:
    """Stems of at least two documents, the most frequent first when there are too many; in a fixed order."""
    shared = [(-count, term) for term, count in frequencies.items() if count >= 2]
    return [term for _count, term in sorted(shared)[:MOST_TERMS]]


def heard(rows: Mapping[int, Mapping[str, int]]) -> tuple[Counter[str], int]:
    """In how many documents each stem stands, and the sum of these numbers."""
    frequencies: Counter[str] = Counter()
    for number in rows:
        frequencies.update(rows[number].keys())
    return frequencies, frequencies.total()


def weighted(counts: Mapping[str, int], places: Mapping[str, int], idf: Matrix) -> tuple[list[int], Matrix]:
    """Columns and TF-IDF values of one text."""
    columns = [places[term] for term in counts if term in places]
    tf = np.array([counts[term] for term in counts if term in places], dtype=np.float32)
    return columns, np.asarray((1 + np.log(tf)) * idf[columns] if columns else tf, dtype=np.float32)


def matrix_of(rows: Sequence[Mapping[str, int]], places: Mapping[str, int], idf: Matrix) -> Sparse:
    columns: list[int] = []
    values: list[Matrix] = []
    starts = [0]
    for counts in rows:
        found, weights = weighted(counts, places, idf)
        columns += found
        values.append(weights)
        starts.append(len(columns))
    flat = np.concatenate(values) if values else np.zeros(0, dtype=np.float32)
    return Sparse(np.array(starts, dtype=np.int64), np.array(columns, dtype=np.int32), flat, len(places))


def straightened(columns: Matrix) -> Matrix:
    """An orthonormal basis of what the columns span, by the eigenvectors of their products with each other: a matrix
    of 120 by 120, where a decomposition of the whole would keep every core busy for many times as long. What spans
    nothing, as in documents that all say the same, has no basis."""
    exact = columns.astype(np.float64)
    values, vectors = np.linalg.eigh(exact.T @ exact)
    kept = values > values.max(initial=0.0) * 1e-12
    return np.asarray(exact @ (vectors[:, kept] / np.sqrt(values[kept])), dtype=np.float32)


def directions(matrix: Sparse, size: int) -> Matrix:
    """V of the truncated decomposition, terms × size. The seed is fixed: two builds of one corpus agree."""
    flipped = matrix.transposed()
    start = np.random.default_rng(1983).standard_normal((matrix.width, size + SPARE)).astype(np.float32)
    basis = straightened(matrix @ start)
    for _round in range(ROUNDS):
        basis = straightened(matrix @ straightened(flipped @ basis))
    wide = (flipped @ basis).astype(np.float64)
    values, vectors = np.linalg.eigh(wide.T @ wide)
    best = np.argsort(-values)[:size]
    lengths = np.sqrt(np.maximum(values[best], 1e-12))
    return np.asarray(wide @ (vectors[:, best] / lengths), dtype=np.float32)


class Topics:
    """The vectors of one index version. Without enough documents there are none, and every cosine is 0."""

    def __init__(self, terms: list[str], idf: Matrix, axes: Matrix, numbers: NDArray[np.int64], vectors: Any) -> None:
        self.places = {term: place for place, term in enumerate(terms)}
        self.idf = idf
        self.axes = axes
        self.numbers = numbers
        self.vectors = vectors

    @classmethod
    def learnt(cls, rows: Mapping[int, Mapping[str, int]], closed: Mapping[int, Mapping[str, int]] = NONE) -> Topics:
        """From stem counts by document number. `closed` documents get a vector, and the model learns nothing of them:
        no word of theirs alone is in it, and what everybody reads is ranked as if they were not there."""
        ordered, numbers = sorted(rows), np.array(sorted({*rows, *closed}), dtype=np.int64)
        frequencies, entries = heard(rows)
        terms = chosen_terms(frequencies)
        idf = np.log(np.array([len(rows) / frequencies[term] for term in terms], dtype=np.float32))
        sample = ordered[:: max(ceil(entries / MOST_ENTRIES), 1)]
        size = min(DIMENSIONS, len(sample) - 1, len(terms))
        if size < 2:
            nothing = np.zeros((len(terms), 0), dtype=np.float32)
            return cls(terms, idf, nothing, numbers, np.zeros((len(numbers), 0), dtype=np.float16))
        places = {term: place for place, term in enumerate(terms)}
        axes = directions(matrix_of([rows[number] for number in sample], places, idf), size)
        found = cls(terms, idf, axes, numbers, np.zeros((len(numbers), axes.shape[1]), dtype=np.float16))
        for first in range(0, len(numbers), PLACED):
            told = [rows.get(number) or closed.get(number, {}) for number in numbers[first : first + PLACED].tolist()]
            found.vectors[first : first + PLACED] = unit(matrix_of(told, places, idf) @ axes)
        return found

    def vector(self, counts: Mapping[str, int]) -> Matrix:
        columns, weights = weighted(counts, self.places, self.idf)
        projected: Matrix = weights @ self.axes[columns] if columns else np.zeros(self.axes.shape[1], np.float32)
        return unit(projected[None, :])[0]

    def cosines(self, counts: Mapping[str, int], numbers: Sequence[int]) -> list[float]:
        """One figure from 0 to 1 for each of `numbers`; a document that came after the build has 0."""
        if not self.vectors.shape[0] or not self.vectors.shape[1]:
            return [0.0] * len(numbers)
        wanted = np.array(numbers, dtype=np.int64)
        rows = np.minimum(np.searchsorted(self.numbers, wanted), len(self.numbers) - 1)
        known = self.numbers[rows] == wanted
        cosines = np.asarray(self.vectors[rows], dtype=np.float32) @ self.vector(counts)
        return [float(figure) for figure in np.where(known, np.maximum(cosines, 0), 0)]

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "terms.json").write_text(json.dumps(list(self.places), ensure_ascii=False), encoding="utf-8")
        for name in ("idf", "axes", "numbers", "vectors"):
            np.save(folder / f"{name}.npy", getattr(self, name))

    @classmethod
    def load(cls, folder: Path) -> Topics:
        if not (folder / "terms.json").exists():
            return cls.learnt({})
        terms = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
        parts = [np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("idf", "axes", "numbers", "vectors")]
        return cls(terms, *parts)
