"""How often each word occurs in an index version: for the rarest words, the speller and unaccented typing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from search.language.forms import EMPTY, Fields
from search.language.shelves import Shelf

MOST_STEMS = 3


@dataclass
class Tally:
    """In how many documents that everybody may see each folded word is; the stems that it has there, whatever its
    accents or language; `known`, all of those stems; `languages`, what those documents are written in.

    A word of closed documents alone counts 0: the speller may mean it, and nobody learns from here that it occurs.
    """

    folds: Counter[str] = field(default_factory=Counter)
    stems: dict[str, list[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)

    def add(self, fields: Fields, languages: Iterable[str] = ()) -> None:
        """A document that everybody may see. What closed ones said of its words is forgotten."""
        pairs = pairs_of(fields)
        words = {fold for fold, _stem in pairs}
        for fold in words:
            if not self.folds[fold]:
                self.stems.pop(fold, None)
        self.folds.update(words)
        self._learn(pairs)
        self.known.update(stem for _fold, stem in pairs)
        self.languages.update(languages)

    def add_closed(self, fields: Fields) -> None:
        """A document that some may see."""
        closed = {(fold, stem) for fold, stem in pairs_of(fields) if not self.folds[fold]}
        self.folds.update(dict.fromkeys((fold for fold, _stem in closed), 0))
        self._learn(closed)

    def _learn(self, pairs: set[tuple[str, str]]) -> None:
        for fold, stem in sorted(pairs):
            stems = self.stems.setdefault(fold, [])
            if stem not in stems and len(stems) < MOST_STEMS:
                stems.append(stem)

    def statistics(self) -> Statistics:
        words = {fold: f"{count} {' '.join(self.stems[fold])}" for fold, count in self.folds.items()}
        return Statistics(Shelf.of(words), Shelf.of(dict.fromkeys(self.known, "")), tuple(sorted(self.languages)))


@dataclass
class Statistics:
    """A tally put away: `words` gives for a folded word its count and stems, `known` holds the stems."""

    words: Shelf = field(default_factory=lambda: Shelf.of({}))
    known: Shelf = field(default_factory=lambda: Shelf.of({}))
    languages: tuple[str, ...] = ()

    def frequency(self, fold: str) -> int:
        """In how many documents that everybody may see."""
        return int((self.words.get(fold) or "0").split(" ", 1)[0])

    def stems(self, fold: str) -> list[str]:
        return (self.words.get(fold) or "").split()[1:]

    def knows(self, stem: str) -> bool:
        return self.known.get(stem) is not None

    def save(self, folder: Path) -> None:
        self.words.save(folder, "words")
        self.known.save(folder, "stems")
        (folder / "languages.json").write_text(json.dumps(self.languages), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Statistics:
        languages = folder / "languages.json"
        said = json.loads(languages.read_text(encoding="utf-8")) if languages.exists() else ()
        return cls(Shelf.load(folder, "words"), Shelf.load(folder, "stems"), tuple(said))


def pairs_of(fields: Fields) -> set[tuple[str, str]]:
    """Each folded word with its stem: `all_fold` and `all_stem` hold the same words in the same order."""
    return set(zip(fields.all_fold.split(), fields.all_stem.split(), strict=True)) - {(EMPTY, EMPTY)}
