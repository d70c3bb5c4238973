"""How often each word occurs in an index version: for the rarest words, the speller and unaccented typing."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from search.language.forms import EMPTY, Fields

MOST_STEMS = 3


@dataclass
class Statistics:
    """In how many documents that everybody may see each folded word is; the stems that it has there, whatever its
    accents or language; `known`, all of those stems.

    A word of closed documents alone counts 0: the speller may mean it, and nobody learns from here that it occurs.
    """

    folds: Counter[str] = field(default_factory=Counter)
    stems: dict[str, list[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def add(self, fields: Fields) -> None:
        """A document that everybody may see. What closed ones said of its words is forgotten."""
        pairs = pairs_of(fields)
        words = {fold for fold, _stem in pairs}
        for fold in words:
            if not self.folds[fold]:
                self.stems.pop(fold, None)
        self.folds.update(words)
        self._learn(pairs)
        self.known.update(stem for _fold, stem in pairs)

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

    def save(self, path: Path) -> None:
        content = {"folds": self.folds, "stems": self.stems}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Statistics:
        if not path.exists():
            return cls()
        content = json.loads(path.read_text(encoding="utf-8"))
        stems: dict[str, list[str]] = content["stems"]
        folds = Counter(content["folds"])
        known = {stem for fold, several in stems.items() if folds[fold] for stem in several}
        return cls(folds=folds, stems=stems, known=known)


def pairs_of(fields: Fields) -> set[tuple[str, str]]:
    """Each folded word with its stem: `all_fold` and `all_stem` hold the same words in the same order."""
    return set(zip(fields.all_fold.split(), fields.all_stem.split(), strict=True)) - {(EMPTY, EMPTY)}
