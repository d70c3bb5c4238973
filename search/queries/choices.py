"""The facets as the page shows them: every value with its count, and what is chosen as chips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from cms.languages import TranslatedText
from cms.languages.text import site_language
from search.language.words import fold
from search.queries.vocabularies import ORDERED, Value, Vocabularies
from search.rules import facets
from search.rules.questions import Query

NAMES = {
    facets.PLACE: _("Region and country"),
    facets.STAGE: _("Stage of the reporting cycle"),
    facets.ARTICLE: _("Article of the Convention"),
    facets.THEME: _("Theme"),
    facets.ACTION: _("Kind of action"),
    facets.INSTRUMENT: _("Instrument"),
    facets.CHILDREN: _("Children concerned"),
    facets.TARGET: _("Who was to be moved"),
    facets.OUTCOME: _("Result achieved"),
    facets.PARTICIPATION: _("Child participation"),
    facets.LANGUAGE: _("Written in"),
    facets.YEAR: _("Years"),
}
OPEN = {facets.PLACE, facets.STAGE}


@dataclass(frozen=True, kw_only=True)
class Choice:
    value: str
    label: TranslatedText
    count: int
    is_chosen: bool
    children: list[Choice] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class FacetShown:
    code: str
    name: str
    choices: list[Choice]
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A filter that can be taken away: the names and values that leave the address with it."""

    facet: str
    name: str
    value: str
    label: TranslatedText


def facets_shown(query: Query, counts: Mapping[str, Mapping[str, int]], here: Vocabularies) -> list[FacetShown]:
    """Facets with nothing to choose are left out."""
    shown = [facet_shown(facet, query, counts.get(facet, {}), here) for facet in facets.COUNTED]
    return [facet for facet in shown if facet.choices]


def facet_shown(facet: str, query: Query, counts: Mapping[str, int], here: Vocabularies) -> FacetShown:
    chosen = set(query.filters.get(facet, ()))
    values = sorted(here.values[facet].values(), key=lambda value: order_of(facet, value))
    seen = [value for value in values if counts.get(value.path) or value.path in chosen]
    below: dict[str, list[Choice]] = {}
    for value in seen:
        if value.parent:
            below.setdefault(value.parent, []).append(choice(value, counts, chosen, []))
    tops = [choice(value, counts, chosen, below.get(value.path, [])) for value in seen if not value.parent]
    return FacetShown(code=facet, name=str(NAMES[facet]), choices=tops, is_open=facet in OPEN or bool(chosen))


def order_of(facet: str, value: Value) -> tuple[int, str]:
    label = fold(str(value.label).lower())
    return (value.position if facet in ORDERED else 0, label)


def choice(value: Value, counts: Mapping[str, int], chosen: set[str], children: list[Choice]) -> Choice:
    return Choice(
        value=value.path,
        label=value.label,
        count=counts.get(value.path, 0),
        is_chosen=value.path in chosen,
        children=children,
    )


def filters_chosen(query: Query, here: Vocabularies) -> list[Chosen]:
    """Values that the vocabularies do not know keep their code as label: they can still be taken away."""
    found = [
        Chosen(facet=facet, name=str(NAMES[facet]), value=value, label=here.label(facet, value) or spelled(value))
        for facet, values in query.filters.items()
        if facet != facets.YEAR
        for value in values
    ]
    years = query.filters.get(facets.YEAR, ())
    if years:
        label = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
        found.append(Chosen(facet=facets.YEAR, name=str(NAMES[facets.YEAR]), value="", label=spelled(label)))
    return found


def spelled(value: str) -> TranslatedText:
    return TranslatedText(texts={site_language(): value})
