"""Case studies as the engines get them: one document a work, its translations together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, Min, OuterRef, Q, QuerySet, Value
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.front.memos import memo
from cms.models import CaseStudyPage
from search.queries.vocabularies import FLAT, NESTED, Vocabularies, vocabularies
from search.rules import facets
from search.rules.documents import Document, Label, Passage, facets_of
from search.rules.kinds import Source

TEXTS = ("organisation_name", "place", "summary", "objective", "result", "impact")
STREAMS = ("process", "figures", "challenges", "recommendations")
CLOSED = Q(view_restrictions__isnull=False) | Q(alias_of__view_restrictions__isnull=False)
FIELDS: dict[str, str] = {
    **{name: facet for facet, name, _model in FLAT},
    **{name: facet for facet, name, _model, _parents, _link in NESTED},
}


def public_studies() -> PageQuerySet[CaseStudyPage]:
    """What everybody may read: published, and neither the page nor one above it restricted, nor an alias of such a one.

    Wagtail's own `public()` asks for all restrictions first, a query more each time, and forgets the aliases. A page's
    path begins with the path of every page above it.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = Page.objects.filter(CLOSED).annotate(below=path).filter(below__startswith=F("path"))
    found: PageQuerySet[CaseStudyPage] = CaseStudyPage.objects.live().filter(~Exists(above))
    return found


@memo
def closed_paths() -> tuple[str, ...]:
    return tuple(Page.objects.filter(CLOSED).order_by("path").values_list("path", flat=True))


def readable_studies() -> PageQuerySet[CaseStudyPage]:
    """As `public_studies`, for a page that somebody waits for: what is closed is remembered as public pages do it, for
    at most as long as they are. To look above each page costs more than all else that a line of results asks."""
    found: PageQuerySet[CaseStudyPage] = CaseStudyPage.objects.live()
    for path in closed_paths():
        found = found.exclude(path__startswith=path)
    return found


def work_keys() -> list[str]:
    found = public_studies().values("translation_key").annotate(first=Min("pk")).order_by("first")
    return [str(row["translation_key"]) for row in found]


def works(keys: Sequence[str]) -> Iterator[Document]:
    """Of these keys; works without a public page are left out. Two queries, and one for the vocabularies."""
    here = vocabularies()
    found: defaultdict[str, list[CaseStudyPage]] = defaultdict(list)
    pages = public_studies().filter(translation_key__in=keys).select_related("locale").order_by("pk")
    for page in pages:
        found[str(page.translation_key)].append(page)
    values = chosen_values([page.pk for several in found.values() for page in several], here)
    for key, translations in found.items():
        yield document(key, translations, values, here)


def chosen_values(
    pages: Sequence[int], here: Vocabularies, names: Iterable[str] = FIELDS
) -> dict[int, dict[str, list[str]]]:
    """By page and facet, the paths chosen in these fields; one query for all of them.

    In the vocabulary's order: a many-to-many field saves its values as a set, so the order of the choosing is not kept.
    """
    found: dict[int, dict[str, list[str]]] = {page: defaultdict(list) for page in pages}
    first, *others = (choices_of(name, pages) for name in names)
    for name, page, row in first.union(*others, all=True):
        found[page][FIELDS[name]].append(here.rows[name][row])
    for by_facet in found.values():
        for facet, paths in by_facet.items():
            known = here.values[facet]
            paths.sort(key=lambda path: (known[path].position, path))
    return found


def choices_of(name: str, pages: Sequence[int]) -> QuerySet[Any, tuple[str, int, int]]:
    """The rows of one many-to-many field of these pages: the field's name, the page, the value chosen."""
    relation = CaseStudyPage._meta.get_field(name)
    through, target = relation.remote_field.through, f"{relation.related_model._meta.model_name}_id"
    rows = through._default_manager.filter(casestudypage_id__in=pages).annotate(field=Value(name))
    chosen: QuerySet[Any, tuple[str, int, int]] = rows.values_list("field", "casestudypage_id", target)
    return chosen


def document(
    key: str, translations: Sequence[CaseStudyPage], values: dict[int, dict[str, list[str]]], here: Vocabularies
) -> Document:
    first = translations[0]
    chosen = {
        facet: facets.with_ancestors(path for page in translations for path in values[page.pk].get(facet, ()))
        for facet in FIELDS.values()
    }
    published = published_on(translations)
    country = next((path for path in chosen[facets.PLACE] if "/" in path), "")
    return Document(
        id=key,
        number=first.pk,
        passages=tuple(passage(page) for page in translations),
        labels=tuple(labels(chosen, here)),
        facets={
            **chosen,
            **facets_of(Source.STUDY, languages=languages_of(translations), on=published),
            facets.PARTICIPATION: (first.child_participation_id,),
            facets.YEAR: years(first),
        },
        published_on=published,
        places=dict(here.values[facets.PLACE][country].label.texts) if country else {},
        credit=first.organisation_name,
    )


def languages_of(pages: Iterable[Page]) -> list[str]:
    return [page.locale.language_code for page in pages]


def published_on(pages: Iterable[Page]) -> date | None:
    """The day on which the first of them came out."""
    return min((page.first_published_at.date() for page in pages if page.first_published_at), default=None)


def passage(page: CaseStudyPage) -> Passage:
    return Passage(language=page.locale.language_code, title=page.title, text=text_of(page))


def text_of(page: CaseStudyPage) -> str:
    """All that the page says; not the contact, not what was left unplaced."""
    plain = [getattr(page, name) for name in TEXTS]
    streams = [text for name in STREAMS for text in strings(getattr(page, name).get_prep_value())]
    return "\n".join(text for text in (*plain, *streams) if text)


def strings(value: Any) -> Iterator[str]:
    """Every text of a stream's raw value; types and ids of blocks are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in [value["value"]] if {"type", "value"} <= value.keys() else value.values():
            yield from strings(item)


def labels(chosen: dict[str, tuple[str, ...]], here: Vocabularies) -> Iterator[Label]:
    """In every language: a theme's Spanish label finds a study written in French, and a country's sub-region too."""
    said = [here.label(facet, path) for facet, paths in chosen.items() for path in paths]
    around = [here.around.get(path) for path in chosen[facets.PLACE]]
    for label in (*said, *around):
        for language, text in label.texts.items() if label else ():
            yield Label(language=language, text=text)


def years(page: CaseStudyPage) -> tuple[str, ...]:
    first = int(page.begins[:4]) if page.begins else None
    last = int(page.ends[:4]) if page.ends else (None if page.ongoing else first)
    return facets.years_between(first, last)
