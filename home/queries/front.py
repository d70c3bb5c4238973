"""The public home page, in a constant number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.models import CaseStudyPage, Country, EventPage, NewsPage, Region
from governance.plan.queries import Overview, plan_in_force
from members.organisations.queries import members_by_country

SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Place:
    """A region with its members, those at risk too: they are counted and never named."""

    region: Region
    organisations: int
    countries: int


@dataclass(frozen=True, kw_only=True)
class FrontPage:
    overview: Overview | None
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
    # Asking which pages are private costs a query, so it is asked once for all kinds.
    public = Page.objects.live().public()
    studies = CaseStudyPage.objects.filter(page_ptr__in=public)
    return FrontPage(
        overview=plan_in_force(on=now.date()),
        studies=latest_studies(studies, language=language),
        studies_in_all=studies.aggregate(n=Count("translation_key", distinct=True))["n"],
        news=_news(NewsPage.objects.filter(page_ptr__in=public), language=language),
        events=_events(EventPage.objects.filter(page_ptr__in=public), language=language, now=now),
        places=places(on=now.date()),
    )


def latest_studies(readable: PageQuerySet[CaseStudyPage], *, language: str) -> list[CaseStudyPage]:
    """The newest of these, each in the reader's language where it exists, else in one that it has."""
    here = Page.objects.live().filter(translation_key=OuterRef("translation_key"), locale__language_code=language)
    best = readable.filter(Q(locale__language_code=language) | ~Exists(here))
    newest = best.order_by("-first_published_at", "-pk").select_related("locale", "organisation")
    pages = newest.prefetch_related("countries", "stages").defer_streamfields()[: SHOWN * 3]
    by_study = {page.translation_key: page for page in reversed(pages)}
    return sorted(by_study.values(), key=lambda page: (page.first_published_at, page.pk), reverse=True)[:SHOWN]


def places(*, on: date) -> list[Place]:
    """Each region that has members, in the order of its vocabulary."""
    members = members_by_country(on=on)
    organisations: Counter[Region] = Counter()
    countries: Counter[Region] = Counter()
    for country in Country.objects.filter(code__in=members).select_related("region").order_by("region__position"):
        organisations[country.region] += members[country.code]
        countries[country.region] += 1
    return [Place(region=region, organisations=n, countries=countries[region]) for region, n in organisations.items()]


def _news(readable: PageQuerySet[NewsPage], *, language: str) -> list[NewsPage]:
    pages = readable.filter(locale__language_code=language).defer_streamfields()
    return list(pages.order_by("-dated_on", "-pk")[:SHOWN])


def _events(readable: PageQuerySet[EventPage], *, language: str, now: datetime) -> list[EventPage]:
    pages = readable.filter(locale__language_code=language).defer_streamfields()
    to_come = pages.filter(Q(starts_at__gte=now) | Q(ends_at__gte=now))
    return list(to_come.order_by("starts_at", "pk")[:SHOWN])
