"""What programs read: feeds, calendars, the sitemap; and pages in plain words."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from cms.models import (
    EventIndexPage,
    EventPage,
    NewsPage,
    StandardPage,
)
from cms.queries import reach
from tests.factories.cms import case_study, event_index, news_index, standard_page, under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def news(site_root: SiteRoot, *, language: str = "en", count: int = 1) -> list[NewsPage]:
    index = news_index(site_root, language=language)
    return [
        under(index, NewsPage, title=f"News {n}", slug=f"n{n}", dated_on=date(2026, 6, 1 + n), lede=f"What {n}.")
        for n in range(count)
    ]


def test_the_news_feed_gives_the_newest_first_in_its_language(site_root: SiteRoot, client: Client) -> None:
    news(site_root, count=2)
    news(site_root, language="fr")

    response = client.get("/en/feeds/news.atom")

    feed = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["News 1", "News 0"]
    assert [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")] == ["What 1.", "What 0."]
    assert next(feed.iter(f"{ATOM}entry")).findtext(f"{ATOM}published") == "2026-06-02T00:00:00+00:00"


def test_a_feed_leaves_out_drafts_and_private_pages(site_root: SiteRoot, client: Client) -> None:
    draft, private, public = news(site_root, count=3)
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    text = client.get("/en/feeds/news.atom").content.decode()

    assert public.title in text
    assert draft.title not in text
    assert private.title not in text


def test_a_feed_costs_the_same_with_one_and_three(site_root: SiteRoot, client: Client) -> None:
    index = news_index(site_root)
    under(index, NewsPage, title="One", slug="one", dated_on=date(2026, 6, 1), lede="One.")
    client.get("/en/feeds/news.atom")
    with CaptureQueriesContext(connection) as few:
        client.get("/en/feeds/news.atom")
    for n in range(2):
        under(index, NewsPage, title=f"More {n}", slug=f"m{n}", dated_on=date(2026, 6, 1), lede="More.")
    client.get("/en/feeds/news.atom")
    with CaptureQueriesContext(connection) as many:
        client.get("/en/feeds/news.atom")

    assert len(few) == len(many)


def test_case_studies_have_a_feed_with_their_summaries(site_root: SiteRoot, client: Client) -> None:
    case_study(site_root, summary="Ministries met.")

    assert "Ministries met." in client.get("/en/feeds/case-studies.atom").content.decode()


def event(site_root: SiteRoot, *, days: int = 3, slug: str = "training") -> EventPage:
    start = timezone.now().replace(microsecond=0) + timedelta(days=days)
    found: EventPage = under(
        event_index(site_root),
        EventPage,
        title="Training; part 1, “reports”",
        slug=slug,
        place="Geneva, room 4",
        lede="Bring questions.",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
    )
    return found


def calendar_of(page: EventPage) -> str:
    return f"/en/calendar/{page.pk}/{page.slug}.ics"


def test_an_event_can_be_put_into_a_calendar(site_root: SiteRoot, client: Client) -> None:
    page = event(site_root)

    response = client.get(calendar_of(page))

    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert (str(entry["summary"]), str(entry["location"])) == (page.title, page.place)
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (page.starts_at, page.ends_at)
    assert str(entry["url"]).endswith("/en/events/training/")


@pytest.mark.parametrize("slug", ["fête-des-enfants", "يوم"])
def test_an_event_may_be_called_in_every_script(site_root: SiteRoot, client: Client, slug: str) -> None:
    page = event(site_root, slug=slug)

    assert client.get(page.get_url()).status_code == 200
    response = client.get(calendar_of(page))

    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 1
    assert response["Content-Disposition"].isascii()


def test_two_events_of_one_slug_have_each_their_own_file(site_root: SiteRoot, client: Client) -> None:
    page = event(site_root)
    other = under(site_root.home("en"), EventIndexPage, title="Elsewhere", slug="elsewhere")
    same = under(other, EventPage, title="Another", slug=page.slug, place="There", starts_at=page.starts_at)

    found = [Calendar.from_ical(client.get(calendar_of(one)).content).walk("VEVENT")[0] for one in (page, same)]

    assert [str(entry["summary"]) for entry in found] == [page.title, "Another"]
    assert client.get(f"/en/calendar/{page.pk}/other.ics").status_code == 404


def test_a_changed_event_keeps_its_uid_and_raises_its_sequence(site_root: SiteRoot, client: Client) -> None:
    page = event(site_root)
    (before,) = Calendar.from_ical(client.get(calendar_of(page)).content).walk("VEVENT")
    page.place = "Geneva, room 9"
    page.save_revision().publish()

    (after,) = Calendar.from_ical(client.get(calendar_of(page)).content).walk("VEVENT")

    assert str(after["uid"]) == str(before["uid"])
    assert int(str(after.decoded("sequence"))) > int(str(before.decoded("sequence")))
    assert str(after["location"]) == "Geneva, room 9"


def test_the_calendar_of_all_events_holds_what_is_to_come(site_root: SiteRoot, client: Client) -> None:
    page = event(site_root)
    past = datetime(2020, 1, 1, tzinfo=UTC)
    under(page.get_parent(), EventPage, title="Over", slug="over", place="Here", starts_at=past)

    entries = Calendar.from_ical(client.get("/en/calendar/events.ics").content).walk("VEVENT")

    assert [str(entry["summary"]) for entry in entries] == [page.title]


def test_a_draft_event_is_in_no_calendar(site_root: SiteRoot, client: Client) -> None:
    page = event(site_root)
    page.unpublish()

    assert client.get(calendar_of(page)).status_code == 404


def test_the_sitemap_gives_every_public_page_with_its_languages(site_root: SiteRoot, client: Client) -> None:
    english = standard_page(site_root)
    french = StandardPage(
        title="À propos", slug="a-propos", translation_key=english.translation_key, locale=site_root.home("fr").locale
    )
    site_root.home("fr").add_child(instance=french)
    hidden = standard_page(site_root, title="Hidden", slug="hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    files = ElementTree.fromstring(client.get("/sitemap.xml").content)
    entries = ElementTree.fromstring(client.get("/sitemap-1.xml").content)

    found = {entry.findtext(f"{MAP}loc"): entry for entry in entries}
    about = found["http://testserver/en/about/"]
    assert [file.findtext(f"{MAP}loc") for file in files] == ["http://testserver/sitemap-1.xml"]
    assert {link.get("hreflang"): link.get("href") for link in about.iter(f"{XHTML}link")} == {
        "en": "http://testserver/en/about/",
        "fr": "http://testserver/fr/a-propos/",
    }
    assert "http://testserver/en/hidden/" not in found


def test_a_large_site_has_several_files(site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "ENTRIES_IN_A_FILE", 2)

    files = ElementTree.fromstring(client.get("/sitemap.xml").content)

    assert len(files) == 2
    assert len(ElementTree.fromstring(client.get("/sitemap-2.xml").content)) == 1
    assert [client.get(f"/sitemap-{n}.xml").status_code for n in ("0", "3", "9" * 30)] == [404, 404, 404]
