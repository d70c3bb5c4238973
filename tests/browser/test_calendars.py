"""A date on a page is one press away from the reader's own calendar (iCalendar, RFC 5545)."""

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.models import EventPage
from tests.browser.walking import PHONE, opened, sign_in, walk


def saved(page: Page, link: str) -> tuple[str, list[str]]:
    """The name of the file that this link gives, and the titles of what is in it."""
    with page.expect_download() as saving:
        page.get_by_role("link", name=link).first.click()
    entries = Calendar.from_ical(Path(saving.value.path()).read_bytes()).walk("VEVENT")
    return saving.value.suggested_filename, [str(entry["summary"]) for entry in entries]


@pytest.mark.parametrize(
    ("language", "one", "all_of_them"),
    [
        ("en", "Put it into my calendar", "All events in my calendar"),
        ("fr", "Ajouter à mon agenda", "Tous les événements dans mon agenda"),
        ("es", "Añadir a mi calendario", "Todos los eventos en mi calendario"),
    ],
)
def test_events_go_into_a_calendar_without_javascript(
    live_server: LiveServer, browser: Browser, kite: Network, language: str, one: str, all_of_them: str
) -> None:
    event = EventPage.objects.live().filter(locale__language_code=language).latest("starts_at")

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        opened(page, event.url)
        alone = saved(page, one)
        opened(page, event.get_parent().url)
        together = saved(page, all_of_them)
        stays = page.url

    assert alone == (f"{event.slug}.ics", [event.title])
    assert together[0].endswith(".ics")
    assert event.title in together[1]
    assert stays.endswith(str(event.get_parent().url))


def test_a_member_puts_a_group_s_meeting_into_a_calendar(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, "/en/groups/childrens-participation/")
        name, titles = saved(page, "Put it in your calendar")
        meeting, group = page.locator("#meet .dated a").first.inner_text(), page.locator("h1").inner_text()

    assert name.endswith(".ics")
    assert titles == [f"{meeting} ({group})"]
