"""Children leave nothing behind: no page for them asks, keeps or sends anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.demo.planting import content
from cms.demo.stories import speak_to_children
from cms.models import StandardPage
from tests.browser.axe import settle
from tests.browser.walking import walk

# Wherever a browser can keep something for a page.
KEPT = """async () => [
  ...Object.keys(localStorage).map(key => `local storage: ${key}`),
  ...Object.keys(sessionStorage).map(key => `session storage: ${key}`),
  ...(await indexedDB.databases()).map(one => `database: ${one.name}`),
  ...(await caches.keys()).map(key => `cache: ${key}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(one => `worker: ${one.scope}`),
  ...(document.cookie ? [`cookie: ${document.cookie}`] : [])]"""
ASKING = "form, input, textarea, select, [contenteditable], [role=textbox], [role=searchbox], [role=combobox]"
# What a child can press and stay: the page's own addresses lead to pages of which other tests speak.
FOLDED = "summary, main button, main [role=button]"


def addresses(language: str) -> list[str]:
    """The plan, and every page that opted in."""
    pages = StandardPage.objects.live().filter(locale__language_code=language).exclude(children_title="")
    return [f"/{language}/plan/children/", *(urlsplit(page.children_url).path for page in pages)]


@contextmanager
def overheard(page: Page) -> Iterator[list[Request]]:
    """Everything that the browser asks for meanwhile."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    yield asked


def use(page: Page) -> None:
    """Open and press what there is, to the end of the page."""
    for control in page.locator(FOLDED).all():
        if control.is_visible():
            control.click()
    page.keyboard.press("End")
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")


def left_behind(page: Page) -> list[str]:
    kept: list[str] = page.evaluate(KEPT)
    return kept + [f"cookie of the server: {one.get('name')}" for one in page.context.cookies()]


def told(asked: list[Request], ours: str) -> list[str]:
    """The requests that do anything but fetch from us."""
    wrong = [one for one in asked if one.method != "GET" or not one.url.startswith(f"{ours}/")]
    return [f"{one.method} {one.url}" for one in wrong]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_data_of_a_child_is_collected(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    speak_to_children(content("stories.json")["children"])
    seen = addresses(language)
    found: dict[str, list[str]] = {}

    with walk(browser, base_url=live_server.url) as page, overheard(page) as asked:
        for address in seen:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200
            settle(page)
            asking = [f"asks: {one}" for one in page.locator(ASKING).all_inner_texts()]
            use(page)
            found[address] = [*asking, *left_behind(page)]

    assert len(seen) > 1
    assert {address: what for address, what in found.items() if what} == {}
    assert asked
    assert told(asked, live_server.url) == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_child_who_follows_the_page_leaves_nothing_behind_either(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    with walk(browser, base_url=live_server.url) as page, overheard(page) as asked:
        left: dict[str, list[str]] = {}
        page.goto(f"/{language}/plan/children/")
        leads = {one.get_attribute("href") or "" for one in page.locator("main a[href^='/'], .langs a").all()}
        for address in sorted(leads):
            page.goto(f"/{language}/plan/children/")
            with page.expect_navigation(wait_until="networkidle"):
                page.locator(f"a[href='{address}']").first.click()
            left[address] = left_behind(page)

    assert len(left) >= 6
    assert {address: what for address, what in left.items() if what} == {}
    assert told(asked, live_server.url) == []
