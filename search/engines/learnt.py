"""What is learnt from a corpus while it is indexed, and kept in a folder beside its index version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from search.language.counted import Counted
from search.language.forms import EMPTY, Fields, Said
from search.language.lexicon import Bilingual, Concept, Lexicon
from search.language.speller import ROOTS, Speller
from search.language.statistics import Statistics, Tally
from search.language.topics import Topics
from search.rules.documents import PUBLIC, Document


class Learner:
    """Listens to every document that goes into a new version."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.bilingual = Bilingual()
        self.rows = Counted()
        self.closed = Counted()

    def hear(self, document: Document, said: Said, fields: Fields) -> None:
        stems = stems_in(fields)
        if PUBLIC in document.audience:
            self.tally.add(said, document.languages)
            self.compare(document)
            self.rows.add(document.number, stems)
        else:
            self.tally.add_closed(said)
            self.closed.add(document.number, stems)

    def compare(self, document: Document) -> None:
        """Titles, and texts line by line where all translations have as many lines."""
        if len(document.passages) < 2 or self.bilingual.has_heard_enough:
            return
        self.bilingual.hear({passage.language: passage.title for passage in document.passages})
        lines = {passage.language: passage.text.splitlines() for passage in document.passages}
        if len({len(several) for several in lines.values()}) == 1:
            for row in zip(*lines.values(), strict=True):
                self.bilingual.hear(dict(zip(lines, row, strict=True)))

    def hear_concepts(self, concepts: Iterable[Concept]) -> None:
        for concept in concepts:
            self.bilingual.hear_concept(concept)

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        statistics = self.tally.statistics()
        statistics.save(folder)
        Speller.of(statistics.folds()).save(folder)
        Speller.of(statistics.roots()).save(folder, ROOTS)
        self.bilingual.lexicon(self.tally.languages).save(folder)
        Topics.learnt(self.rows, self.closed).save(folder / "topics")


class Learnt:
    """Read from the folder when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def statistics(self) -> Statistics:
        return Statistics.load(self.folder)

    @cached_property
    def speller(self) -> Speller:
        return Speller.load(self.folder)

    @cached_property
    def roots(self) -> Speller:
        return Speller.load(self.folder, ROOTS)

    @cached_property
    def lexicon(self) -> Lexicon:
        return Lexicon.load(self.folder)

    @cached_property
    def topics(self) -> Topics:
        return Topics.load(self.folder / "topics")


def stems_in(fields: Fields) -> str:
    """In their order, separated by spaces; an empty group holds nothing but its sentinel."""
    return "" if fields.all_stem == EMPTY else fields.all_stem


def stem_counts(fields: Fields) -> Counter[str]:
    return Counter(stems_in(fields).split())
