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
    """Document counts by folded word; the stems that each folded word has here, whatever its accents or language."""

    documents: int = 0
    folds: Counter[str] = field(default_factory=Counter)
    stems: dict[str, list[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def add(self, fields: Fields) -> None:
        """`all_fold` and `all_stem` hold the same words in the same order, so they pair."""
        self.documents += 1
        pairs = set(zip(fields.all_fold.split(), fields.all_stem.split(), strict=True)) - {(EMPTY, EMPTY)}
        self.folds.update({fold for fold, _stem in pairs})
        for fold, stem in sorted(pairs):
            stems = self.stems.setdefault(fold, [])
            if stem not in stems and len(stems) < MOST_STEMS:
                stems.append(stem)
            self.known.add(stem)

    def save(self, path: Path) -> None:
        content = {"documents": self.documents, "folds": self.folds, "stems": self.stems}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Statistics:
        if not path.exists():
            return cls()
        content = json.loads(path.read_text(encoding="utf-8"))
        stems: dict[str, list[str]] = content["stems"]
        known = {stem for several in stems.values() for stem in several}
        return cls(documents=content["documents"], folds=Counter(content["folds"]), stems=stems, known=known)
