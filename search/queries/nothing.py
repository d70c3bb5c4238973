"""What else was tried when nothing was found, in order: another spelling, fewer conditions, related themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cms.languages import TranslatedText
from search.engines.configured import asked as answered
from search.engines.protocol import SearchEngine
from search.language.asked import asked
from search.language.forms import analyser
from search.queries.vocabularies import Vocabularies
from search.rules import facets
from search.rules.addresses import address_of
from search.rules.questions import Completion, Query, Result

THEMES = 3
SHOWN = 3
START = 4  # letters that a word must share with a theme's name
MOST_TRIED = 3  # words looked up among the themes


@dataclass(frozen=True, kw_only=True)
class Theme:
    value: str
    label: TranslatedText
    count: int
    address: str


@dataclass(frozen=True, kw_only=True)
class Tried:
    """`unknown`: words that no study has. `unfiltered`: studies without the filters. `looser`: the question with its
    rarest word `left_out` and without AND, NOT and quotes, and what it finds. `themes`: where to look instead;
    `are_close` when they were chosen by the words, and not by how much there is."""

    unknown: tuple[str, ...]
    unfiltered: int
    looser: str
    looser_address: str
    left_out: str
    found: Result | None
    themes: list[Theme]
    are_close: bool


def tried(query: Query, result: Result, here: Vocabularies) -> Tried:
    """Three questions to the engine at most, and the completions of three words."""
    unfiltered = search(replace(query, filters={}, page=1)) if query.filters else None
    looser, left_out = without_rarest(query, result)
    asked_looser = replace(query, text=looser, filters={}, page=1, size=SHOWN)
    found = search(asked_looser) if looser else None
    counts = themes_in(search(replace(query, text="", filters={}, page=1, size=1)))
    close = close_themes(query, [answer for answer in (unfiltered, found) if answer and answer.total], counts)
    return Tried(
        unknown=result.unknown,
        unfiltered=unfiltered.total if unfiltered else 0,
        looser=looser if found and found.total else "",
        looser_address=address_of(asked_looser),
        left_out=left_out,
        found=found if found and found.total else None,
        themes=themes_of(close or most_frequent(counts), counts, query, here),
        are_close=bool(close),
    )


def search(query: Query) -> Result:
    return answered(lambda engine: engine.search(query))


def without_rarest(query: Query, result: Result) -> tuple[str, str]:
    """The words alone, without one that no study has; else without the longest, which is the most particular."""
    question = asked(query.text, analyser(query.language))
    words = list(dict.fromkeys(word for part in question.parts for word in part.words))
    if len(words) < 2:
        return " ".join(words) if question.required else "", ""
    rare = next((word for word in words if word in result.unknown), max(words, key=len))
    return " ".join(word for word in words if word != rare)[:500], rare


def themes_in(answer: Result) -> Mapping[str, int]:
    return answer.facets.get(facets.THEME, {})


def most_frequent(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))


def close_themes(query: Query, answers: Sequence[Result], counts: Mapping[str, int]) -> list[str]:
    """Those of what was found under fewer conditions; else those whose name begins like one of the words."""
    near = next((most_frequent(themes_in(answer)) for answer in answers), [])
    return near or [value for value in named_like(query) if value in counts]


def named_like(query: Query) -> list[str]:
    """The themes of which a word begins with the first letters of a word asked for."""
    words = [word for word in asked(query.text, analyser(query.language)).words if len(word) > START][:MOST_TRIED]
    starts = dict.fromkeys(word[:START] for word in words)
    found = [
        item.value
        for start in starts
        for item in answered(partial(completions, start, query))
        if item.kind == facets.THEME
    ]
    return list(dict.fromkeys(found))


def completions(start: str, query: Query, engine: SearchEngine) -> list[Completion]:
    return engine.complete(start, language=query.language, audience=query.audience)


def themes_of(values: Sequence[str], counts: Mapping[str, int], query: Query, here: Vocabularies) -> list[Theme]:
    """The first of these, each with the number and the address of all its studies."""
    labelled = [(value, here.label(facets.THEME, value)) for value in values]
    return [
        Theme(
            value=value,
            label=label,
            count=counts.get(value, 0),
            address=address_of(Query(language=query.language, filters={facets.THEME: (value,)})),
        )
        for value, label in labelled
        if label
    ][:THEMES]
