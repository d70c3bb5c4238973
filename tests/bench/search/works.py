"""Case studies as many as wanted, made up: the same number always gives the same study.

Words are made of syllables that sound like each language's, and are drawn by Zipf's law (Mandelbrot's form of it), so
that the index holds a few common words, many rare ones and as many different ones as a large library would.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search.rules import facets
from search.rules.documents import Document, Label, Passage

LANGUAGES = ("en", "fr", "es")
WORDS = 60_000  # different ones in each language
LENGTH = 600  # words of a study, in all its languages together
TITLE = 8
SEED = 1983

ONSETS = {
    "en": "b br ch cl d dr f g h k l m n p pl r s sh st t th tr w",
    "fr": "b br c ch d f g gn j l m n p pl qu r s t v",
    "es": "b c ch d f g gu h j ll m n ñ p qu r rr s t v",
}
VOWELS = {
    "en": "a e i o u ea ee oa ou ai",
    "fr": "a é è e i o u ou eau ai eu",
    "es": "a e i o u ia ie ue á ó",
}
ENDINGS = {
    "en": ["", "s", "ing", "ed", "ment", "tion", "ly", "er"],
    "fr": ["", "s", "ment", "tion", "ée", "ant", "ité", "eur"],
    "es": ["", "s", "ción", "mente", "ado", "ando", "dad", "or"],
}
LITTLE = {
    "en": "the of and in to for with on by from that is was",
    "fr": "le la les de des du et en à pour avec sur par",
    "es": "el la los de del y en a para con por que se",
}
# How many values each facet of the site has, and how many of them a study carries at most.
FLAT = {
    facets.STAGE: (8, 2),
    facets.THEME: (40, 4),
    facets.ACTION: (14, 3),
    facets.INSTRUMENT: (9, 2),
    facets.CHILDREN: (16, 3),
    facets.TARGET: (12, 2),
    facets.OUTCOME: (10, 2),
    facets.PARTICIPATION: (4, 1),
}


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, NDArray[np.str_]]:
    """By language, its words, the commonest first: little ones, then roots with their endings."""
    return {language: np.array(list(words_of(language))) for language in LANGUAGES}


def words_of(language: str) -> Iterator[str]:
    yield from LITTLE[language].split()
    syllables = [
        onset + vowel for onset, vowel in itertools.product(ONSETS[language].split(), VOWELS[language].split())
    ]
    chance = np.random.default_rng([SEED, LANGUAGES.index(language)])
    seen: set[str] = set(LITTLE[language].split())
    while len(seen) < WORDS:
        shortest = 1 if len(seen) < 2_000 else 2  # common words are short
        root = "".join(chance.choice(syllables, size=int(chance.integers(shortest, shortest + 3))))
        for ending in ENDINGS[language][: int(chance.integers(1, len(ENDINGS[language]) + 1))]:
            if root + ending not in seen:
                seen.add(root + ending)
                yield root + ending


@lru_cache(maxsize=1)
def chances() -> NDArray[np.float64]:
    """The share of all words up to each rank."""
    weights = 1 / (np.arange(WORDS) + 2.7) ** 1.05
    return np.asarray(np.cumsum(weights) / weights.sum())


def ranks(chance: np.random.Generator, count: int) -> NDArray[np.int64]:
    return np.minimum(np.searchsorted(chances(), chance.random(count)), WORDS - 1)


def said(chance: np.random.Generator, language: str, count: int) -> list[str]:
    """Running words; a study is about something, so each has words of its own that come again and again. Two of five
    are little ones, as in any text of these languages."""
    found = ranks(chance, count)
    little = chance.random(count) < 0.36
    found[little] = chance.integers(0, 13, int(little.sum()))
    own = chance.integers(40, WORDS, 12)
    again = chance.random(count) < 0.08
    found[again] = chance.choice(own, int(again.sum()))
    return [str(word) for word in vocabulary()[language][found]]


def sentences(words: list[str]) -> str:
    rows = [words[place : place + 15] for place in range(0, len(words), 15)]
    return "\n".join(" ".join(row).capitalize() + "." for row in rows)


def work(number: int) -> Document:
    chance = np.random.default_rng([SEED, number])
    count = int(chance.choice([1, 1, 1, 2, 3]))
    languages = [LANGUAGES[(number + step) % 3] for step in range(count)]
    place = f"r{chance.integers(1, 6)}"
    year = int(chance.integers(1995, 2024))
    return Document(
        id=f"work-{number}",
        number=number,
        passages=tuple(passage(chance, language, LENGTH // count) for language in languages),
        labels=tuple(Label(language=code, text=f"Country {place}") for code in LANGUAGES),
        facets={
            **{name: flat(chance, name) for name in FLAT},
            facets.PLACE: facets.with_ancestors([f"{place}/c{chance.integers(1, 40)}"]),
            facets.ARTICLE: facets.with_ancestors([f"k{a % 8}/a{a}" for a in chance.integers(1, 55, 3).tolist()]),
            facets.LANGUAGE: tuple(languages),
            facets.YEAR: facets.years_between(year, year + int(chance.integers(0, 5))),
        },
        published_on=date(2010 + number % 16, 1 + number % 12, 1 + number % 28),
        places=dict.fromkeys(LANGUAGES, f"Country {place}"),
        credit=" ".join(said(chance, "en", 3)).title(),
    )


def passage(chance: np.random.Generator, language: str, count: int) -> Passage:
    title = " ".join(said(chance, language, TITLE)).capitalize()
    return Passage(language=language, title=title, text=sentences(said(chance, language, count - TITLE)))


def flat(chance: np.random.Generator, name: str) -> tuple[str, ...]:
    values, most = FLAT[name]
    found = chance.integers(0, values, int(chance.integers(1, most + 1)))
    return tuple(f"{name}-{value}" for value in sorted(set(found.tolist())))
