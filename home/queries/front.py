"""The public home page, in a constant number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.front.memos import memo
from cms.front.tree import public
from cms.languages import TranslatedText
from cms.models import CaseStudyPage, Country, EventPage, NewsPage, Region
from governance.plan.queries import plan_at_a_glance
from governance.plan.rules import Summary
from members.organisations.queries import members_by_country

SHOWN = 3
# What a line of a list needs of a page; a page has forty columns more.
IN_A_LIST = ("title", "slug", "url_path", "path", "depth", "locale", "translation_key", "first_published_at")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A region with its members, those at risk too: they are counted and never named."""

    region: Region
    organisations: int
    countries: int


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What a line says of a priority."""

    number: int
    title: TranslatedText


@dataclass(frozen=True, kw_only=True)
class Promise:
    priority: Promised
    summary: Summary


@dataclass(frozen=True, kw_only=True)
class Promises:
    priorities: tuple[Promise, ...]
    measures: int


@dataclass(frozen=True, kw_only=True)
class FrontPage:
    overview: Promises | None
    studies: list[CaseStudyPage]
    studies_in_all: int
    news: list[NewsPage]
    events: list[EventPage]
    places: list[Place]

    @property
    def organisations(self) -> int:
        return sum(place.organisations for place in self.places)

    @property
    def countries(self) -> int:
        return sum(place.countries for place in self.places)


def front_page(*, language: str, now: datetime) -> FrontPage:
    return FrontPage(
        overview=promises(now.date()),
        studies=latest_studies(public(CaseStudyPage.objects.all()), language=language),
        studies_in_all=number_of_studies(),
        news=_news(public(NewsPage.objects.all()), language=language),
        events=_events(public(EventPage.objects.all()), language=language, now=now),
        places=places(on=now.date()),
    )


@memo
def promises(on: date) -> Promises | None:
    """The same in every language, and for as long as nobody measures anything."""
    overview = plan_at_a_glance(on=on)
    if overview is None:
        return None
    lines = [
        Promise(priority=Promised(number=one.priority.number, title=one.priority.title), summary=one.summary)
        for one in overview.priorities
    ]
    return Promises(priorities=tuple(lines), measures=overview.measures)


@memo
def number_of_studies() -> int:
    """A study in three languages is one."""
    studies: int = public(CaseStudyPage.objects.all()).aggregate(n=Count("translation_key", distinct=True))["n"]
    return studies


def latest_studies(readable: PageQuerySet[CaseStudyPage], *, language: str) -> list[CaseStudyPage]:
    """The newest of these, each in the reader's language where it exists, else in one that it has."""
    here = Page.objects.live().filter(translation_key=OuterRef("translation_key"), locale__language_code=language)
    best = readable.filter(Q(locale__language_code=language) | ~Exists(here))
    newest = (
        best.order_by("-first_published_at", "-pk")
        .select_related("locale")
        .only(*IN_A_LIST, "organisation_name", "summary")
    )
    pages = newest.prefetch_related("countries", "stages")[: SHOWN * 3]
    by_study = {page.translation_key: page for page in reversed(pages)}
    return sorted(by_study.values(), key=lambda page: (page.first_published_at, page.pk), reverse=True)[:SHOWN]


def places(*, on: date) -> list[Place]:
    """Each region that has members, in the order of its vocabulary."""
    members = members_by_country(on=on)
    organisations: Counter[Region] = Counter()
    countries: Counter[Region] = Counter()
    for code, region in regions_of_countries():
        if code in members:
            organisations[region] += members[code]
            countries[region] += 1
    return [Place(region=region, organisations=n, countries=countries[region]) for region, n in organisations.items()]


@memo
def regions_of_countries() -> tuple[tuple[str, Region], ...]:
    """Every country with its region, by the regions' order. A region points at nothing else, so it may be shared."""
    countries = Country.objects.select_related("region").order_by("region__position", "code")
    return tuple((country.code, country.region) for country in countries)


def _news(readable: PageQuerySet[NewsPage], *, language: str) -> list[NewsPage]:
    pages = readable.filter(locale__language_code=language).only(*IN_A_LIST, "dated_on", "lede")
    return list(pages.order_by("-dated_on", "-pk")[:SHOWN])


def _events(readable: PageQuerySet[EventPage], *, language: str, now: datetime) -> list[EventPage]:
    pages = readable.filter(locale__language_code=language).only(*IN_A_LIST, "starts_at", "place", "audience")
    to_come = pages.filter(Q(starts_at__gte=now) | Q(ends_at__gte=now))
    return list(to_come.order_by("starts_at", "pk")[:SHOWN])
