"""The facets as the page shows them: every value with its count, and what is chosen as chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cms.languages import TranslatedText
from cms.languages.text import site_language
from search.language.words import fold
from search.queries.vocabularies import ORDERED, Value, Vocabularies
from search.rules import facets
from search.rules.addresses import address_of, years_of
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
    facets.ORGANISATION: _("Type of organisation"),
    facets.PARTICIPATION: _("Child participation"),
    facets.LANGUAGE: _("Written in"),
    facets.YEAR: _("Years"),
}
OPEN = {facets.PLACE, facets.STAGE}
BELOW = {facets.PLACE: _("Countries of %(name)s"), facets.ARTICLE: _("Articles of %(name)s")}
FOREIGN = '<span lang="{}" dir="auto">{}</span>'
LONG, SHORT = 10, 7  # a list of more than LONG shows SHORT, and the rest when opened


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """`label` is the text as HTML, marked with its language where that is not the page's."""

    value: str
    text: str
    label: SafeString
    count: int
    is_chosen: bool
    children: tuple[Choice, ...] = ()

    @property
    def is_open(self) -> bool:
        """What is chosen below must be seen."""
        return any(child.is_chosen for child in self.children)


@dataclass(frozen=True, kw_only=True)
class FacetShown:
    """`first` is always seen; `rest` is what a long list shows when it is opened. `below` names what choices hold."""

    code: str
    name: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    is_open: bool
    chosen: int
    below: str = ""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A filter that can be taken away, and the address without it. `is_known`: it is one of those that are offered."""

    facet: str
    name: str
    value: str
    label: TranslatedText
    href: str
    is_known: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelved:
    """A value in its place on the page of one language."""

    value: Value
    text: str
    label: SafeString


class Shelves:
    """The values of each facet in the order and the words of each language: sorted once for an edition."""

    def __init__(self, here: Vocabularies) -> None:
        self.here = here
        self.sorted: dict[tuple[str, str], tuple[Shelved, ...]] = {}

    def of(self, facet: str, language: str) -> tuple[Shelved, ...]:
        found = self.sorted.get((facet, language))
        if found is None:
            shelved = [shelf_of(value, language) for value in self.here.values.get(facet, {}).values()]
            found = tuple(sorted(shelved, key=lambda item: order_of(facet, item)))
            self.sorted[(facet, language)] = found
        return found


_kept = Shelves(Vocabularies())


def shelves(here: Vocabularies) -> Shelves:
    """Kept as long as the process keeps the vocabularies themselves."""
    global _kept
    kept = _kept
    if kept.here is not here:
        kept = _kept = Shelves(here)
    return kept


def shelf_of(value: Value, language: str) -> Shelved:
    said = value.label.said(language)
    is_own = said.language == language
    label = format_html("{}", said.text) if is_own else format_html(FOREIGN, said.language, said.text)
    return Shelved(value=value, text=said.text, label=label)


def order_of(facet: str, item: Shelved) -> tuple[int, str]:
    return (item.value.position if facet in ORDERED else 0, fold(item.text.lower()))


def facets_shown(query: Query, counts: Mapping[str, Mapping[str, int]], here: Vocabularies) -> list[FacetShown]:
    """Facets with nothing to choose are left out."""
    language, kept = site_language(), shelves(here)
    shown = [facet_shown(facet, query, counts.get(facet, {}), kept.of(facet, language)) for facet in facets.COUNTED]
    return [facet for facet in shown if facet.first]


def facet_shown(facet: str, query: Query, counts: Mapping[str, int], shelf: Sequence[Shelved]) -> FacetShown:
    chosen = frozenset(query.filters.get(facet, ()))
    seen = [item for item in shelf if item.value.path in counts or item.value.path in chosen]
    below: dict[str, list[Choice]] = {}
    for item in seen:
        if item.value.parent:
            below.setdefault(item.value.parent, []).append(choice(item, counts, chosen))
    tops = [
        choice(item, counts, chosen, tuple(below.get(item.value.path, ()))) for item in seen if not item.value.parent
    ]
    first, rest = split(tops)
    return FacetShown(
        code=facet,
        name=str(NAMES[facet]),
        first=first,
        rest=rest,
        is_open=facet in OPEN or bool(chosen),
        chosen=len(chosen),
        below=str(BELOW.get(facet, "")),
    )


def split(choices: Sequence[Choice]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Of a long list the chosen values and the most frequent ones come first, all in the order of the list."""
    if len(choices) <= LONG:
        return tuple(choices), ()
    ranked = sorted(choices, key=lambda item: (not (item.is_chosen or item.is_open), -item.count))
    kept = {item.value for item in ranked[: max(SHORT, sum(item.is_chosen or item.is_open for item in choices))]}
    return (
        tuple(item for item in choices if item.value in kept),
        tuple(item for item in choices if item.value not in kept),
    )


def choice(
    item: Shelved, counts: Mapping[str, int], chosen: frozenset[str], children: tuple[Choice, ...] = ()
) -> Choice:
    path = item.value.path
    return Choice(
        value=path,
        text=item.text,
        label=item.label,
        count=counts.get(path, 0),
        is_chosen=path in chosen,
        children=children,
    )


def filters_chosen(query: Query, here: Vocabularies) -> list[Chosen]:
    """Values that the vocabularies do not know keep their code as label: they can still be taken away."""
    found = [
        chosen(query, facet, value, here.label(facet, value))
        for facet, values in query.filters.items()
        if facet != facets.YEAR
        for value in values
    ]
    if facets.YEAR in query.filters:
        found.append(chosen(query, facets.YEAR, "", spelled(years_said(*years_of(query)))))
    return found


def chosen(query: Query, facet: str, value: str, label: TranslatedText | None) -> Chosen:
    return Chosen(
        facet=facet,
        name=str(NAMES[facet]),
        value=value,
        label=label or spelled(value),
        href=address_of(without(query, facet, value)),
        is_known=label is not None,
    )


def without(query: Query, facet: str, value: str) -> Query:
    """The question less one chosen value; the years go together."""
    left = () if facet == facets.YEAR else tuple(item for item in query.filters.get(facet, ()) if item != value)
    others: Iterable[tuple[str, tuple[str, ...]]] = (
        (name, kept) for name, kept in query.filters.items() if name != facet
    )
    return replace(query, filters={**dict(others), **({facet: left} if left else {})}, page=1)


def years_said(first: str, last: str) -> str:
    """2019, 2019–2021, from 2019 (2019–) or up to 2021 (–2021)."""
    return first if first == last else f"{first}–{last}"


def spelled(value: str) -> TranslatedText:
    return TranslatedText(texts={site_language(): value})
