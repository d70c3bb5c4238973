"""The feeds of events and of publications: the newest first, in one language, public pages only."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.models import EventPage, PublicationIndexPage, PublicationPage
from tests.factories.cms import event_index, under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
ENTRY, TITLE, SUMMARY = ("{http://www.w3.org/2005/Atom}" + name for name in ("entry", "title", "summary"))
BEGINS, ENDS = datetime(2026, 9, 1, 9, 0, tzinfo=UTC), datetime(2026, 9, 1, 11, 0, tzinfo=UTC)


def entries(client: Client, address: str) -> list[tuple[str | None, str | None]]:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    return [(entry.findtext(TITLE), entry.findtext(SUMMARY)) for entry in feed.iter(ENTRY)]


def test_the_feed_of_events_says_where_each_is(site_root: SiteRoot, client: Client) -> None:
    times = {"starts_at": BEGINS, "ends_at": ENDS}
    index = event_index(site_root)
    under(index, EventPage, title="A training", slug="one", place="Geneva", lede="Bring questions.", **times)
    under(index, EventPage, title="A talk", slug="two", place="Online", lede="In French.", **times)

    assert entries(client, "/en/feeds/events.atom") == [
        ("A talk", "Online · In French."),
        ("A training", "Geneva · Bring questions."),
    ]
    assert entries(client, "/fr/feeds/events.atom") == []


def test_the_feed_of_publications_is_in_the_order_of_their_days(site_root: SiteRoot, client: Client) -> None:
    index = under(site_root.home("en"), PublicationIndexPage, title="Publications", slug="publications")
    for title, month in (("Newer", 5), ("Older", 2), ("For members", 6), ("Taken back", 4)):
        dated = date(2026, month, 1)
        under(index, PublicationPage, title=title, slug=f"p{month}", dated_on=dated, lede=f"{title}.")
    PageViewRestriction.objects.create(page=PublicationPage.objects.get(title="For members"), restriction_type="login")
    PublicationPage.objects.get(title="Taken back").unpublish()

    assert entries(client, "/en/feeds/publications.atom") == [("Newer", "Newer."), ("Older", "Older.")]
    assert entries(client, "/es/feeds/publications.atom") == []
