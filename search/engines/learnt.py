"""What is learnt from a corpus while it is indexed, and kept in a folder beside its index version."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path

from search.language.forms import EMPTY, Fields
from search.language.speller import Speller
from search.language.statistics import Statistics
from search.language.topics import Topics
from search.rules.documents import PUBLIC, Document

TOPIC_SAMPLE = 10_000  # documents whose stems are kept in memory while building


class Learner:
    """Listens to every document that goes into a new version."""

    def __init__(self) -> None:
        self.statistics = Statistics()
        self.rows: dict[int, Counter[str]] = {}

    def hear(self, document: Document, fields: Fields) -> None:
        if PUBLIC in document.audience:
            self.statistics.add(fields)
        else:
            self.statistics.add_closed(fields)
        if len(self.rows) < TOPIC_SAMPLE:
            self.rows[document.number] = stem_counts(fields)

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.statistics.save(folder / "statistics.json")
        Topics.learnt(self.rows).save(folder / "topics")


class Learnt:
    """Read from the folder when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def statistics(self) -> Statistics:
        return Statistics.load(self.folder / "statistics.json")

    @cached_property
    def speller(self) -> Speller:
        return Speller(self.statistics.folds)

    @cached_property
    def topics(self) -> Topics:
        return Topics.load(self.folder / "topics")


def stem_counts(fields: Fields) -> Counter[str]:
    counts = Counter(fields.all_stem.split())
    counts.pop(EMPTY, None)
    return counts
