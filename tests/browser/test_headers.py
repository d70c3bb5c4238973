"""A phone's header takes two rows at most and shows every language, whatever the page and the language."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.places import of_the_assembly
from tests.browser.walking import PHONE, opened, press, sign_in, walk

INTERFACE = ["en", "fr", "es"]
LANGUAGES = [*INTERFACE, "ar"]
PUBLIC = {
    "public": "/{}/",
    "sign-in": "/{}/accounts/login/",
    "children": "/{}/plan/children/",
}
TALLEST = 2 * 60
PHONES = {"small": PHONE, "usual": ViewportSize(width=390, height=844)}
# The languages whose links can be read and pressed without a scroll, a menu or another page.
OFFERED = """() => [...document.querySelectorAll('.langs a')].filter(e => {
  const box = e.getBoundingClientRect(), middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return e.checkVisibility({visibilityProperty: true}) && e.innerText.trim() && box.width >= 24 && box.height >= 24
    && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight
    && e.contains(document.elementFromPoint(...middle)) }).map(e => e.lang)"""
# Middles and edges of what can be read in the header, closed menus apart.
BOXES = """() => [...document.querySelectorAll('header.top :is(a, summary, button, p)')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh'))
  .map(e => e.getBoundingClientRect()).filter(box => box.width > 1)
  .map(box => ({middle: (box.top + box.bottom) / 2, start: box.left, end: box.right}))"""


def rows(page: Page) -> list[list[dict[str, float]]]:
    """Boxes whose middles lie within half a line of the one before stand beside it."""
    found: list[list[dict[str, float]]] = []
    for box in sorted(page.evaluate(BOXES), key=lambda one: one["middle"]):
        if found and box["middle"] - found[-1][-1]["middle"] < 12:
            found[-1].append(box)
        else:
            found.append([box])
    return found


def overlapping(row: list[dict[str, float]]) -> list[float]:
    ordered = sorted(row, key=lambda one: one["start"])
    return [right["start"] for left, right in pairwise(ordered) if right["start"] < left["end"]]


def measured(page: Page) -> tuple[bool, bool, bool, bool]:
    """At most two rows, no taller than two lines of buttons, nothing over the edge, nothing on its neighbour."""
    found = rows(page)
    edges = [box for row in found for box in row]
    height = page.locator("header.top").evaluate("header => header.getBoundingClientRect().height")
    within = all(box["start"] >= 0 and box["end"] <= PHONE["width"] for box in edges)
    return 0 < len(found) <= 2, height <= TALLEST, within, not any(overlapping(row) for row in found)


def offered(page: Page, address: str) -> list[str]:
    opened(page, address)
    found: list[str] = page.evaluate(OFFERED)
    return found


@pytest.mark.parametrize("phone", PHONES)
def test_every_frame_shows_its_languages_on_a_phone(
    live_server: LiveServer, browser: Browser, kite: Network, phone: str
) -> None:
    places = dict(of_the_assembly())
    within = {"members": "/{}/today/", "recorded paper": places["ballot"], "secret paper": places["election"]}
    seen = {}
    with walk(browser, base_url=live_server.url, viewport=PHONES[phone]) as page:
        for kind, address in PUBLIC.items():
            seen.update({f"{kind} {code}": offered(page, address.format(code)) for code in LANGUAGES})
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(places["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        for kind, address in within.items():
            seen.update({f"{kind} {code}": offered(page, address.format(code)) for code in LANGUAGES})
            expect(page.locator("header.top.band")).to_be_visible()

    content = {f"{kind} {code}": LANGUAGES for kind in ("public", "children") for code in LANGUAGES}
    worked = {f"{kind} {code}": INTERFACE for kind in ("sign-in", *within) for code in LANGUAGES}
    assert seen == content | worked


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_header_of_a_phone_has_two_rows_at_most(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    seen = {}
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        for kind, address in PUBLIC.items():
            opened(page, address.format(language))
            seen[kind] = measured(page)
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, f"/{language}/today/")
        seen["extranet"] = measured(page)
        papers = dict(of_the_assembly())
        page.goto(papers["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        opened(page, papers["ballot"].format(language))
        seen["paper"] = measured(page)

    assert seen == dict.fromkeys([*PUBLIC, "extranet", "paper"], (True, True, True, True))
