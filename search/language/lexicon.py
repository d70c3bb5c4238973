"""What a word of one language is in another: learnt from thesauri, word lists and the site's own translations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import sqrt
from pathlib import Path

from search.language.alignment import aligned
from search.language.forms import analyser
from search.language.shelves import Shelf

MOST_WAYS = 8  # translations of one word that are looked for
MOST_SAID = 30_000  # texts in several languages that are heard of a library; labels come on top

# What is called so in each language, in every way that it is called.
Concept = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Translation:
    """`stem` is what to look for; `weight` from 0 to 1; `shown` a word to say it with."""

    stem: str
    weight: float
    shown: str


@dataclass
class Lexicon:
    """Translations by the languages and the stem: "es>en:niñ" → "child 0.93 children"."""

    shelf: Shelf = field(default_factory=lambda: Shelf.of({}))

    def translations(self, stem: str, source: str, targets: Iterable[str]) -> list[Translation]:
        """The likeliest ways to say it in any of the other languages, at most eight."""
        found = [
            way
            for target in targets
            if target != source
            for way in ways(self.shelf.get(f"{source}>{target}:{stem}") or "")
            if way.stem != stem
        ]
        return sorted(found, key=lambda way: (-way.weight, way.stem))[:MOST_WAYS]

    def save(self, folder: Path) -> None:
        self.shelf.save(folder, "lexicon")

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        return cls(Shelf.load(folder, "lexicon"))


def ways(text: str) -> Iterator[Translation]:
    parts = iter(text.split())
    for stem, weight, shown in zip(parts, parts, parts, strict=True):
        yield Translation(stem, float(weight), shown)


class Bilingual:
    """Listens to what is said in two languages, and makes a lexicon of it."""

    def __init__(self) -> None:
        self.said: defaultdict[tuple[str, str], list[tuple[list[str], list[str]]]] = defaultdict(list)
        self.heard = 0
        self.spoken: defaultdict[str, Counter[str]] = defaultdict(Counter)

    @property
    def has_heard_enough(self) -> bool:
        return self.heard >= MOST_SAID

    def hear(self, texts: Mapping[str, str]) -> None:
        """One text by language, saying the same."""
        self.heard += 1
        words = {language: self.stems(language, text) for language, text in sorted(texts.items())}
        for (left, these), (right, those) in combinations(words.items(), 2):
            if these and those:
                self.said[left, right].append((these, those))

    def hear_concept(self, concept: Concept) -> None:
        """Each way to call it in one language beside the first, or the same, in the others."""
        for place in range(max((len(several) for several in concept.values()), default=0)):
            self.hear({code: several[min(place, len(several) - 1)] for code, several in concept.items() if several})

    def stems(self, language: str, text: str) -> list[str]:
        words = analyser(language)
        rows = [forms for forms in words.rows(text) if forms.stem]
        self.spoken[language].update((forms.stem + forms.fold).rstrip() for forms in rows)
        return [forms.stem[:-1] for forms in rows]

    def lexicon(self, targets: Iterable[str]) -> Lexicon:
        """Into the languages that there is something to find in."""
        wanted = set(targets)
        shown = {language: commonest(spoken) for language, spoken in self.spoken.items()}
        content: dict[str, str] = {}
        for (left, right), said in sorted(self.said.items()):
            if left not in wanted and right not in wanted:
                continue
            likely = aligned(said)
            if right in wanted:
                content.update(entries(likely.items(), f"{left}>{right}", shown[right]))
            if left in wanted:
                back = (((other, word), share) for (word, other), share in likely.items())
                content.update(entries(back, f"{right}>{left}", shown[left]))
        return Lexicon(Shelf.of(content))


def commonest(spoken: Counter[str]) -> dict[str, str]:
    """For each stem the word that it is met in most."""
    found: dict[str, str] = {}
    for pair, _count in sorted(spoken.items(), key=lambda item: (item[1], item[0])):
        stem, word = pair.split(" ")
        found[stem] = word
    return found


def entries(
    likely: Iterable[tuple[tuple[str, str], float]], way: str, shown: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Weighted by the root of its share: one that is half as likely is still worth seven tenths."""
    by_word: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (word, other), share in likely:
        by_word[word].append((share, other))
    for word, several in by_word.items():
        best = sorted(several, key=lambda item: (-item[0], item[1]))[:MOST_WAYS]
        whole = sum(share for share, _other in best)
        said = [f"{other} {sqrt(share / whole):.3f} {shown[other]}" for share, other in best]
        yield f"{way}:{word}", " ".join(said)
