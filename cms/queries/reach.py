"""What programs ask for: feeds, calendars, the sitemap."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.models import Page

from cms.front.tree import public
from cms.models import EventPage


def newest_pages(page_type: type[Page], *, language: str, order: str, most: int) -> list[Page]:
    """The first pages of one type in a language, in public."""
    pages = public(page_type.objects.all()).filter(locale__language_code=language)
    return list(pages.select_related("locale").order_by(order, "-pk")[:most])


def public_page(key: UUID, *, language: str) -> Page | None:
    """The public page of that work in that language, with its locale."""
    pages = public(Page.objects.all()).filter(translation_key=key, locale__language_code=language)
    return pages.select_related("locale").first()


def public_events(*, language: str) -> QuerySet[EventPage]:
    return public(EventPage.objects.all()).filter(locale__language_code=language).select_related("locale")


def events_to_come(*, language: str, now: datetime) -> list[EventPage]:
    """Soonest first; what goes on now is among them."""
    ahead = Q(starts_at__gte=now) | Q(ends_at__gte=now)
    return list(public_events(language=language).filter(ahead).order_by("starts_at", "pk"))


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    url: str
    changed_at: datetime | None
    alternates: list[tuple[str, str]]


ENTRIES_IN_A_FILE = 5_000


def _in_sitemap() -> QuerySet[Page]:
    return public(Page.objects.all()).filter(depth__gt=1)


def sitemap_pages() -> int:
    """How many files; one at least."""
    return max(1, -(-_in_sitemap().count() // ENTRIES_IN_A_FILE))


def sitemap_page(number: int) -> list[SitemapEntry]:
    """The entries of the file with that number, from 1, each with all its languages, in two queries and the root's."""
    start = (number - 1) * ENTRIES_IN_A_FILE
    pages = list(_in_sitemap().select_related("locale").order_by("pk")[start : start + ENTRIES_IN_A_FILE])
    same = _in_sitemap().filter(translation_key__in={page.translation_key for page in pages})
    versions: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    for page in same.select_related("locale").order_by("locale__language_code"):
        if page.full_url:
            versions[page.translation_key].append((page.locale.language_code, page.full_url))
    return [
        SitemapEntry(url=page.full_url, changed_at=page.last_published_at, alternates=versions[page.translation_key])
        for page in pages
        if page.full_url
    ]
