"""One work as the search sees it: all its translations in one document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from search.rules import facets
from search.rules.audiences import PUBLIC as PUBLIC
from search.rules.kinds import Source, id_of, kind_of, number_of

LONGEST_TEXT = 1_000_000  # letters of one text in one language, some 300 pages: what stands after them is not found
# 27 ** 7 < 2 ** 34, and with 28 bits for the number the whole stays below 2 ** 62.
LETTERS = 7
NUMBER_BITS = 28
DATE_BITS = 32


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One translation: its title and all its text."""

    language: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Label:
    """A facet's label or an organisation's name, in one language; found like the text."""

    language: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """`id` names the work for ever; `number` is a small whole number of its own, and settles ties.

    `facets` maps a facet's code to values, each with its ancestors (`r3`, `r3/c34`); `audience` holds the tokens of
    those who may see it (rules.audiences); `places` the country's name by language, for sorting; `credit` what
    completion also offers.
    """

    id: str
    number: int
    passages: tuple[Passage, ...]
    labels: tuple[Label, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audience: tuple[str, ...] = (PUBLIC,)
    published_on: date | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(passage.language for passage in self.passages)

    @property
    def newest_key(self) -> int:
        """Descending: the latest first, then the smaller number. A date as YYYYMMDD above the number."""
        day = self.published_on
        stamp = day.year * 10_000 + day.month * 100 + day.day if day else 0
        return (stamp << DATE_BITS) | ((1 << DATE_BITS) - 1 - self.number)

    def place_key(self, language: str) -> int:
        """Descending: A before Z, then the smaller number, so that both engines sort by one whole number alike."""
        highest = 27**LETTERS - 1
        rank = highest - alphabetical(self.places.get(language, "") or "~")
        return (rank << NUMBER_BITS) | ((1 << NUMBER_BITS) - 1 - self.number)


def alphabetical(name: str) -> int:
    """The first seven letters as a number to base 27; what is no letter counts as a space; no name comes last."""
    if name == "~":
        return 27**LETTERS - 1
    plain = re.sub(r"[^a-z]", " ", unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode())
    value = 0
    for letter in plain[:LETTERS].ljust(LETTERS):
        value = value * 27 + (0 if letter == " " else ord(letter) - 96)
    return value


def passages_of(title: Mapping[str, str], texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """One for each language of the title."""
    return tuple(
        Passage(language=language, title=said, text=texts.get(language, "")) for language, said in title.items() if said
    )


def labels_of(*texts: Mapping[str, str]) -> tuple[Label, ...]:
    return tuple(Label(language=language, text=said) for text in texts for language, said in text.items() if said)


def document_of(
    source: Source,
    row: int,
    *,
    title: Mapping[str, str],
    texts: Mapping[str, str],
    audience: Iterable[str],
    on: date | None = None,
    labels: Iterable[Label] = (),
    group: str = "",
) -> Document:
    """What is one row of one source; a text in a language that the title lacks is found like a label."""
    untitled = {language: said for language, said in texts.items() if not title.get(language)}
    return Document(
        id=id_of(source, row),
        number=number_of(source, row),
        passages=passages_of(title, texts),
        labels=(*labels, *labels_of(untitled)),
        facets=facets_of(source, languages=(*title, *untitled), on=on, group=group),
        audience=tuple(dict.fromkeys(audience)),
        published_on=on,
    )


def facets_of(
    source: Source, *, languages: Iterable[str], on: date | None, group: str = ""
) -> dict[str, tuple[str, ...]]:
    """What the members' search counts."""
    return {
        facets.KIND: (kind_of(source),),
        facets.LANGUAGE: tuple(dict.fromkeys(languages)),
        facets.GROUP: (group,) if group else (),
        facets.WHEN: facets.with_ancestors([f"{on.year}/{on.month:02}"]) if on else (),
    }
