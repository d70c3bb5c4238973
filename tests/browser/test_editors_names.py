"""Fields that Wagtail leaves without a name get that of their heading (cms/static/js/editor.js)."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.models import StandardPage
from members.accounts.models import User
from tests.browser.walking import walk
from tests.factories.accounts import sign_in_with_second_factor

WRITTEN_IN = ".w-panel [contenteditable=true]"
# What a screen reader says of it, as far as its page names it.
NAMES = """boxes => boxes.map(box => (box.getAttribute('aria-labelledby') || '').split(' ')
  .map(id => document.getElementById(id)?.textContent.trim() || '').join(' ').trim())"""


def names(page: Page) -> list[str]:
    found: list[str] = page.locator(WRITTEN_IN).evaluate_all(NAMES)
    return found


def test_boxes_for_rich_text_are_named_also_those_that_come_later(
    live_server: LiveServer, browser: Browser, kite: Network, client: Client
) -> None:
    about = StandardPage.objects.get(slug="about", locale__language_code="en")
    sign_in_with_second_factor(client, User.objects.get(email="secretary@kite.example"))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value

    with walk(browser, base_url=live_server.url) as page:
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        page.goto(f"/admin/pages/{about.pk}/edit/")
        page.wait_for_function(f"document.querySelector('{WRITTEN_IN}')?.hasAttribute('aria-labelledby')")
        before = names(page)
        page.get_by_role("button", name="Insert a block").last.click()
        page.get_by_role("option", name="Text", exact=True).first.click()
        page.wait_for_function(f"document.querySelectorAll('{WRITTEN_IN}[aria-labelledby]').length > {len(before)}")
        after = names(page)

    assert len(after) == len(before) + 1
    assert [name for name in after if not name] == []
