"""The library at a glance: what is new, what is used, and where in the world and the Convention studies stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Sum
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.front.memos import memo
from cms.front.tree import public
from cms.languages import TranslatedText
from cms.models import CaseStudyPage, StudyUse
from cms.queries.content import Words, facets_of

SHOWN = 5
# Some of the most used may have been withdrawn since.
LOOKED_AT = SHOWN * 4


class Counted(NamedTuple):
    """A word with the works that hold it; a work in three languages is one. `within` is the code of what it lies in."""

    code: str
    label: TranslatedText
    n: int
    within: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A sub-region and its countries, as the search names them: `africa/TG`."""

    counted: Counted
    countries: list[Counted]


@dataclass(frozen=True, kw_only=True)
class Continent:
    counted: Counted
    parts: list[Part]


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """A study in a list, with its facets."""

    page: CaseStudyPage
    facets: Words


@dataclass(frozen=True, kw_only=True)
class Library:
    newest: list[Shelved]
    most_used: list[Shelved]
    continents: list[Continent]
    clusters: list[Counted]
    works: int
    countries: int


def library_at(*, language: str, now: date) -> Library:
    return library_since(language, a_year_before(now))


@memo
def library_since(language: str, since: date) -> Library:
    new, used = newest(language), most_used(language, since=since)
    words = facets_of(page.pk for page in (*new, *used))
    continents = the_world()
    return Library(
        newest=[Shelved(page=page, facets=words[page.pk]) for page in new],
        most_used=[Shelved(page=page, facets=words[page.pk]) for page in used],
        continents=continents,
        clusters=list(counted("articles__cluster", "")),
        works=works(),
        countries=sum(len(part.countries) for continent in continents for part in continent.parts),
    )


def a_year_before(day: date) -> date:
    """The first of the month, eleven months and the present one back."""
    months = day.year * 12 + day.month - 12
    return date(months // 12, months % 12 + 1, 1)


def in_best_language(language: str) -> PageQuerySet[Any]:
    """Each public work once at least: in this language, or else in those that it has."""
    readable = public(CaseStudyPage.objects.all())
    here = public(Page.objects.all()).filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language
    )
    best = readable.filter(Q(locale__language_code=language) | ~Exists(here))
    return best.select_related("locale").defer_streamfields()


def newest(language: str) -> list[CaseStudyPage]:
    pages = in_best_language(language).order_by("-first_published_at", "-pk")[: SHOWN * 3]
    return one_a_work(pages)[:SHOWN]


def most_used(language: str, *, since: date) -> list[CaseStudyPage]:
    keys = used_since(since)
    if not keys:
        return []
    pages = one_a_work(in_best_language(language).filter(translation_key__in=keys).order_by("pk"))
    return sorted(pages, key=lambda page: keys.index(page.translation_key))[:SHOWN]


@memo
def used_since(since: date) -> tuple[UUID, ...]:
    """What was taken most often, first."""
    sums = StudyUse.objects.filter(month_on__gte=since).values("study").annotate(taken=Sum("times"))
    return tuple(sums.order_by("-taken", "study").values_list("study", flat=True)[:LOOKED_AT])


def one_a_work(pages: Iterable[CaseStudyPage]) -> list[CaseStudyPage]:
    """In the order in which they come; of several languages the one that the work was written in first."""
    found: dict[UUID, CaseStudyPage] = {}
    for page in pages:
        seen = found.get(page.translation_key, page)
        found[page.translation_key] = min(seen, page, key=lambda one: one.pk)
    return list(found.values())


@memo
def works() -> int:
    return int(public(CaseStudyPage.objects.all()).aggregate(n=Count("translation_key", distinct=True))["n"])


@memo
def counted(path: str, within: str) -> tuple[Counted, ...]:
    """The words at the end of `path` that public works hold, in the order of their vocabulary."""
    columns = [f"{path}__code", f"{path}__label", f"{path}__position", *([within] if within else [])]
    studies = public(CaseStudyPage.objects.all()).filter(**{f"{path}__isnull": False})
    # Pages come in the order of their tree, which would make a group of each.
    rows = studies.order_by().values_list(*columns).annotate(n=Count("translation_key", distinct=True))
    found = sorted(rows, key=lambda row: (row[2], row[0]))
    return tuple(Counted(row[0], row[1], row[-1], row[3] if within else "") for row in found)


def the_world() -> list[Continent]:
    """Regions with their sub-regions with their countries; each counts its works itself, for one may lie in several."""
    countries: dict[str, list[Counted]] = defaultdict(list)
    for country in counted("countries", "countries__subregion__code"):
        countries[country.within or ""].append(country)
    parts: dict[str, list[Part]] = defaultdict(list)
    for part in counted("countries__subregion", "countries__subregion__region__code"):
        parts[part.within].append(Part(counted=part, countries=countries[part.code]))
    return [Continent(counted=one, parts=parts[one.code]) for one in counted("countries__region", "")]
