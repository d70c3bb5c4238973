"""What else was tried when nothing was found, in order: another spelling, fewer conditions, related themes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cms.languages import TranslatedText
from search.engines.configured import asked as answered
from search.language.asked import asked
from search.language.forms import analyser
from search.queries.vocabularies import Vocabularies
from search.rules import facets
from search.rules.questions import Query, Result

THEMES = 3
SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Theme:
    value: str
    label: TranslatedText
    count: int


@dataclass(frozen=True, kw_only=True)
class Tried:
    """`unknown`: words that no study has. `unfiltered`: studies without the filters. `looser`: the question with its
    rarest word `left_out` and without AND, NOT and quotes, and what it finds. `themes`: where to look instead."""

    unknown: tuple[str, ...]
    unfiltered: int
    looser: str
    left_out: str
    found: Result | None
    themes: list[Theme]


def tried(query: Query, result: Result, here: Vocabularies) -> Tried:
    unfiltered = total(replace(query, filters={}, page=1)) if query.filters else 0
    looser, left_out = without_rarest(query, result)
    found = search(replace(query, text=looser, filters={}, page=1, size=SHOWN)) if looser else None
    return Tried(
        unknown=result.unknown,
        unfiltered=unfiltered,
        looser=looser if found and found.total else "",
        left_out=left_out,
        found=found if found and found.total else None,
        themes=themes(query, here),
    )


def search(query: Query) -> Result:
    return answered(lambda engine: engine.search(query))


def total(query: Query) -> int:
    return search(query).total


def without_rarest(query: Query, result: Result) -> tuple[str, str]:
    """The words alone, without one that no study has; else without the longest, which is the most particular."""
    question = asked(query.text, analyser(query.language))
    words = list(dict.fromkeys(word for part in question.parts for word in part.words))
    if len(words) < 2:
        return " ".join(words) if question.required else "", ""
    rare = next((word for word in words if word in result.unknown), max(words, key=len))
    return " ".join(word for word in words if word != rare)[:500], rare


def themes(query: Query, here: Vocabularies) -> list[Theme]:
    """The themes that most studies have."""
    counts = search(replace(query, text="", filters={}, page=1, size=1)).facets.get(facets.THEME, {})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:THEMES]
    labelled = [(value, here.label(facets.THEME, value), count) for value, count in ranked]
    return [Theme(value=value, label=label, count=count) for value, label, count in labelled if label]
