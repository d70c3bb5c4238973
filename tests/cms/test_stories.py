"""Standard pages, news and events."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.rich_text import RichText

from cms.models import EventPage, NewsPage
from tests.factories.cms import event_index, news_index, standard_page, under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def test_every_block_of_a_standard_page_is_shown(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(
        site_root,
        lede="Who we are.",
        body=[
            ("heading", "Who decides"),
            ("text", RichText("<p>The <b>assembly</b>.</p>")),
            ("quote", {"text": "We do.", "said_by": "A member"}),
            ("notice", "Closed in August."),
        ],
    )

    html = client.get(page.get_url()).content.decode()

    for piece in ("Who we are.", "<h2>Who decides</h2>", "<b>assembly</b>", "We do.", "A member", "Closed in August."):
        assert piece in html


def test_news_are_listed_newest_first_in_constant_queries(site_root: SiteRoot, client: Client) -> None:
    index = news_index(site_root)
    under(index, NewsPage, title="Old", slug="old", dated_on=date(2026, 5, 1), lede="Then.")
    client.get(index.get_url())

    with CaptureQueriesContext(connection) as few:
        client.get(index.get_url())
    under(index, NewsPage, title="New", slug="new", dated_on=date(2026, 6, 1), lede="Now.")
    under(index, NewsPage, title="Middle", slug="middle", dated_on=date(2026, 5, 20), lede="Between.")
    with CaptureQueriesContext(connection) as many:
        html = client.get(index.get_url()).content.decode()

    assert html.index(">New<") < html.index(">Middle<") < html.index(">Old<")
    assert len(many) == len(few)


def test_a_news_item_says_its_day(site_root: SiteRoot, client: Client) -> None:
    page = under(news_index(site_root), NewsPage, title="Fees", slug="fees", dated_on=date(2026, 6, 9), lede="Less.")

    html = client.get(page.get_url()).content.decode()

    assert '<time datetime="2026-06-09">9 June 2026</time>' in html
    assert '<a href="/en/news/">News</a>' in html


def test_events_to_come_stand_before_those_that_are_over(site_root: SiteRoot, client: Client) -> None:
    index, soon = event_index(site_root), timezone.now() + timedelta(days=2)
    under(index, EventPage, title="Past", slug="past", starts_at=soon - timedelta(days=30), place="Online")
    under(index, EventPage, title="Later", slug="later", starts_at=soon + timedelta(days=9), place="Online")
    under(index, EventPage, title="Soon", slug="soon", starts_at=soon, place="Geneva")

    html = client.get(index.get_url()).content.decode()

    assert html.index(">Soon<") < html.index(">Later<") < html.index(">Over<") < html.index(">Past<")


def test_an_event_says_when_where_and_for_whom(site_root: SiteRoot, client: Client) -> None:
    page = under(
        event_index(site_root),
        EventPage,
        title="Closing",
        slug="closing",
        starts_at=datetime(2026, 6, 12, 16, tzinfo=UTC),
        ends_at=datetime(2026, 6, 12, 18, tzinfo=UTC),
        place="Geneva and online",
        audience="members",
    )

    html = client.get(page.get_url()).content.decode()

    for fact in ("12 June 2026, 16:00", "12 June 2026, 18:00", "Geneva and online", "for members"):
        assert fact in html


def test_an_event_ends_after_it_starts(site_root: SiteRoot) -> None:
    page = EventPage(
        title="Backwards",
        slug="backwards",
        starts_at=datetime(2026, 6, 12, 16, tzinfo=UTC),
        ends_at=datetime(2026, 6, 12, 15, tzinfo=UTC),
        place="Online",
    )

    with pytest.raises(ValidationError, match="An event ends after it starts"):
        page.clean()
