"""Which saved searches are to be looked at, and what is new to whoever saved them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q, QuerySet, Sum
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from cms.languages.ordering import in_order
from cms.models import CaseStudyPage
from members.accounts.models import User
from members.delivery.models import Suppression
from members.delivery.rules import Stream
from search.models import IndexVersion, SavedSearch
from search.queries.reading import query_of
from search.queries.studies import pages_of, result_of
from search.rules.audiences import PUBLIC
from search.rules.questions import Query, Sort
from search.rules.saved import Frequency

MOST_AT_ONCE = 50  # searches looked at before the worker sees to something else
LOOKED_THROUGH = 500  # of the newest matches: more are not published between two looks
SHOWN = 20  # studies that one mail names; it says how many more there are


@dataclass(frozen=True, kw_only=True)
class News:
    """What is new to one person in one search: the first pages, and how many there are in all."""

    search: SavedSearch
    pages: list[CaseStudyPage]

    @property
    def shown(self) -> list[CaseStudyPage]:
        return self.pages[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.pages) - len(self.shown)


def index_mark() -> int:
    """Another one whenever an index has followed the journal further."""
    return IndexVersion.objects.live().aggregate(sum=Sum("sequence"))["sum"] or 0


def due_searches(*, now: datetime) -> QuerySet[SavedSearch]:
    """Those whose time has come; at once means: whenever the index has changed. The longest waiting first."""
    at_once = Q(frequency=Frequency.AT_ONCE.value) & ~Q(seen=index_mark())
    later = ~Q(frequency=Frequency.AT_ONCE.value) & Q(due_at__lte=now)
    active = SavedSearch.objects.active().filter(person__is_active=True).filter(at_once | later)
    return active.select_related("person").order_by("due_at", "pk")[:MOST_AT_ONCE]


def news_of(search: SavedSearch) -> list[CaseStudyPage]:
    """What the search finds that was published since, in the reader's language where it can be, as it is public now."""
    query = replace(asked_in(search), sort=Sort.NEWEST, page=1, size=LOOKED_THROUGH)
    pages = pages_of(result_of(query).hits, search.person.language)
    return [page for page in pages if page.first_published_at and page.first_published_at > search.since_at]


def asked_in(search: SavedSearch) -> Query:
    """The question as it was saved; a saved search is of the public library."""
    return query_of(QueryDict(search.asked.removeprefix("?")), language=search.language, audience=(PUBLIC,))


def address_in_full(search: SavedSearch) -> str:
    with translation.override(search.language):
        return urljoin(settings.SITE_ADDRESS, reverse("search:studies") + search.asked)


def searches_of(person: User) -> QuerySet[SavedSearch]:
    """A person's saved searches by name; `is_paused` comes with the row."""
    return SavedSearch.objects.visible_to(person).order_by(in_order("name"), "pk")


def is_stopped(person: User) -> bool:
    """Whether the person pressed “stop” in one of these mails, or the address is dead."""
    return stops_of(person).exists()


def stops_of(person: User) -> QuerySet[Suppression]:
    return Suppression.objects.filter(address__iexact=person.email, stream=Stream.SAVED_SEARCH.value)
