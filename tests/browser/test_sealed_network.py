"""The browser of the tests, like the tests, ends at this machine."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.site import HERO, SiteRoot


def test_a_page_of_ours_loads_and_a_page_elsewhere_does_not(
    live_server: LiveServer, page: Page, site_root: SiteRoot
) -> None:
    page.goto(f"{live_server.url}/en/")
    expect(page.get_by_role("heading", level=1)).to_have_text(HERO["en"])

    outcome = page.evaluate("fetch('http://192.0.2.1/').then(() => 'reached', () => 'sealed')")

    assert outcome == "sealed"
