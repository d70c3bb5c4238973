"""How often each word occurs in an index version: for the rarest words, the speller and unaccented typing."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from search.language.forms import Said, analyser
from search.language.shelves import Shelf

MOST_STEMS = 3


@dataclass
class Tally:
    """Counts words as they are written, by language; what they are folded and stemmed to is asked once, at the end.

    A word of closed documents alone counts 0: the speller may mean it, and nobody learns from here that it occurs.
    """

    open: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    closed: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    languages: set[str] = field(default_factory=set)

    def add(self, said: Said, languages: Iterable[str] = ()) -> None:
        """A document that everybody may see, whose passages are in these languages."""
        for language, words in distinct(said):
            self.open[language].update(words)
        self.languages.update(languages)

    def add_closed(self, said: Said) -> None:
        """A document that some may see."""
        for language, words in distinct(said):
            self.closed[language] |= words

    def statistics(self) -> Statistics:
        """In how many documents that everybody may see each folded word is, and the stems that it has there, whatever
        its accents or language: at most three. What closed ones say of such a word is left out."""
        folds: Counter[str] = Counter()
        stems: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for (fold, stem), count in sorted(self.pairs().items()):
            folds[fold] += count
            stems[fold][stem] = None
        known = {stem: fold for fold in sorted(stems, key=lambda fold: folds[fold]) for stem in stems[fold]}
        for fold, stem in sorted(self.closed_pairs()):
            if not folds[fold]:
                stems[fold][stem] = None
        words = {fold: " ".join([str(folds[fold]), *list(several)[:MOST_STEMS]]) for fold, several in stems.items()}
        return Statistics(Shelf.of(words), Shelf.of(known), tuple(sorted(self.languages)))

    def pairs(self) -> Counter[tuple[str, str]]:
        """How many documents have each folded word with each stem."""
        found: Counter[tuple[str, str]] = Counter()
        for language, counts in self.open.items():
            words = analyser(language)
            for word, count in counts.items():
                forms = words[word]
                if forms.stem:
                    found[forms.fold[:-1], forms.stem[:-1]] += count
        return found

    def closed_pairs(self) -> set[tuple[str, str]]:
        found = (analyser(language)[word] for language, words in self.closed.items() for word in words)
        return {(forms.fold[:-1], forms.stem[:-1]) for forms in found if forms.stem}


@dataclass
class Statistics:
    """A tally put away: `words` gives for a folded word its count and stems, `known` for a stem its commonest word."""

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

    def form(self, stem: str) -> str:
        """The folded word that a stem is met in most."""
        return self.known.get(stem) or ""

    def folds(self) -> list[str]:
        """Every folded word."""
        return self.words.words()

    def roots(self) -> list[str]:
        """Every stem that everybody may read."""
        return self.known.words()

    def save(self, folder: Path) -> None:
        self.words.save(folder, "words")
        self.known.save(folder, "stems")
        (folder / "languages.json").write_text(json.dumps(self.languages), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Statistics:
        languages = folder / "languages.json"
        said = json.loads(languages.read_text(encoding="utf-8")) if languages.exists() else ()
        return cls(Shelf.load(folder, "words"), Shelf.load(folder, "stems"), tuple(said))


def distinct(said: Said) -> list[tuple[str, set[str]]]:
    """By language, the words of a document, each once."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for language, _is_title, words in said:
        found[language].update(words)
    return list(found.items())
