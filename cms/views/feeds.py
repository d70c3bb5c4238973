"""Atom feeds (RFC 4287) of what is new, one a language."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from cms.languages.text import site_language
from cms.models import CaseStudyPage, EventPage, NewsPage, PublicationPage
from cms.models.settings import current_network
from cms.queries import newest_pages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NEWEST = 30


class NewestFeed(Feed):  # type: ignore[type-arg]  # Django's own class takes none when it runs
    """The newest pages of one type in the language of the address."""

    feed_type = Atom1Feed
    page_type: type[Page]
    order: str
    heading: "StrOrPromise"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return site_language()

    def link(self, language: str) -> str:
        return f"/{language}/"

    def title(self, language: str) -> str:
        return f"{current_network().short_name.said(language).text}: {self.heading}"

    def items(self, language: str) -> list[Page]:
        return newest_pages(self.page_type, language=language, order=self.order, most=NEWEST)

    def item_title(self, page: Page) -> str:
        return str(page.title)

    def item_description(self, page: Any) -> str:
        return str(page.lede)

    def item_link(self, page: Page) -> str:
        return str(page.full_url)

    def item_guid(self, page: Page) -> str:
        return f"urn:uuid:{page.translation_key}:{page.locale.language_code}"

    def item_updateddate(self, page: Page) -> datetime | None:
        return page.last_published_at

    def item_pubdate(self, page: Page) -> datetime | None:
        return page.first_published_at


class DatedFeed(NewestFeed):
    """Of pages that carry a day of their own."""

    order = "-dated_on"

    def item_pubdate(self, page: Any) -> datetime:
        return datetime.combine(page.dated_on, time(), tzinfo=UTC)


class NewsFeed(DatedFeed):
    page_type = NewsPage
    heading = gettext_lazy("News")


class PublicationsFeed(DatedFeed):
    page_type = PublicationPage
    heading = gettext_lazy("Publications")


class EventsFeed(NewestFeed):
    page_type = EventPage
    order = "-first_published_at"
    heading = gettext_lazy("Events")

    def item_description(self, page: EventPage) -> str:
        return " · ".join(filter(None, (page.place, page.lede)))


class CaseStudiesFeed(NewestFeed):
    page_type = CaseStudyPage
    order = "-first_published_at"
    heading = gettext_lazy("Case studies")

    def item_description(self, page: CaseStudyPage) -> str:
        return str(page.summary)
