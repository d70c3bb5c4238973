"""The facets' values with their labels: read once for each edition of the vocabularies, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from cms.languages import TranslatedText
from cms.languages.countries import named_everywhere
from cms.models import (
    ActionKind,
    Article,
    ChildGroup,
    Cluster,
    Country,
    Instrument,
    OrganisationType,
    Outcome,
    Participation,
    Region,
    ReportingStage,
    Target,
    Theme,
)
from cms.models.facets import Facet
from search.models import VocabularyEdition
from search.rules import facets

# The facet, the page's field, the vocabulary.
FLAT: tuple[tuple[str, str, type[Facet]], ...] = (
    (facets.STAGE, "stages", ReportingStage),
    (facets.THEME, "themes", Theme),
    (facets.ACTION, "action_kinds", ActionKind),
    (facets.INSTRUMENT, "instruments", Instrument),
    (facets.CHILDREN, "child_groups", ChildGroup),
    (facets.TARGET, "targets", Target),
    (facets.OUTCOME, "outcomes", Outcome),
    (facets.ORGANISATION, "organisation_types", OrganisationType),
)
NESTED: tuple[tuple[str, str, type[Facet], type[Facet], str], ...] = (
    (facets.PLACE, "countries", Country, Region, "region_id"),
    (facets.ARTICLE, "articles", Article, Cluster, "cluster_id"),
)
ORDERED = (facets.STAGE, facets.ARTICLE, facets.PARTICIPATION)  # by position; the others by label


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value of a facet. `path` is what the index holds: `parent/code` or `code`; `row` its row's id."""

    path: str
    label: TranslatedText
    position: int = 0
    row: int = 0
    parent: str = ""


@dataclass(frozen=True, kw_only=True)
class Vocabularies:
    """`values` by facet and path; `rows` gives the path of a vocabulary row by page field and id; `around` by the path
    of a country its sub-region, which is no choice of its own and is found like one."""

    values: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    rows: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    around: Mapping[str, TranslatedText] = field(default_factory=dict)

    def label(self, facet: str, path: str) -> TranslatedText | None:
        value = self.values.get(facet, {}).get(path)
        return value.label if value else None

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        return ((facet, value) for facet, values in self.values.items() for value in values.values())


# The last edition read by this process. Values are never changed in place, so threads may share them.
_kept: dict[UUID, Vocabularies] = {}


def vocabularies() -> Vocabularies:
    """One query, as long as no vocabulary changed; the mark is read first, so that nothing newer is missed."""
    mark = VocabularyEdition.current()
    if mark is None:
        return vocabularies_read()
    kept = _kept.get(mark)
    if kept is None:
        kept = vocabularies_read()
        _kept.clear()
        _kept[mark] = kept
    return kept


def vocabularies_read() -> Vocabularies:
    values: dict[str, dict[str, Value]] = {}
    rows: dict[str, dict[int, str]] = {}
    for facet, name, model in FLAT:
        found = [value_of(item, path=item.code) for item in model._default_manager.all()]
        values[facet], rows[name] = keyed(found)
    for facet, name, model, parents, link in NESTED:
        above = {item.pk: value_of(item, path=item.code) for item in parents._default_manager.all()}
        found = [value_of(item, path="", above=above[getattr(item, link)]) for item in model._default_manager.all()]
        values[facet], rows[name] = keyed(found)
        values[facet].update({value.path: value for value in above.values()})
    values[facets.PARTICIPATION], _rows = keyed(
        [value_of(item, path=item.code) for item in Participation._default_manager.all()]
    )
    values[facets.LANGUAGE] = worded(dict(settings.LANGUAGES))
    return Vocabularies(values=values, rows=rows, around=subregions(rows["countries"]))


def subregions(paths: Mapping[int, str]) -> dict[str, TranslatedText]:
    found = Country.objects.filter(subregion__isnull=False).select_related("subregion")
    return {paths[country.pk]: country.subregion.label for country in found if country.subregion}


def value_of(item: Facet, *, path: str, above: Value | None = None) -> Value:
    parent = above.path if above else ""
    label = named_everywhere(item.label, item.code) if isinstance(item, Country) else item.label
    return Value(path=path or f"{parent}/{item.code}", label=label, position=item.position, row=item.pk, parent=parent)


def worded(words: Mapping[str, Any]) -> dict[str, Value]:
    """A closed vocabulary, whose words gettext translates into each language of the site."""
    texts: dict[str, dict[str, str]] = {code: {} for code in words}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for code, label in words.items():
                texts[code][language] = str(label)
    return {code: Value(path=code, label=TranslatedText(texts=said)) for code, said in texts.items()}


def keyed(found: list[Value]) -> tuple[dict[str, Value], dict[int, str]]:
    return {value.path: value for value in found}, {value.row: value.path for value in found}
