"""A header takes two rows of a phone of 320 px at most, whatever the page and the language."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.walking import PHONE, opened, sign_in, walk

LANGUAGES = ["en", "fr", "es", "ar"]
PUBLIC = {
    "public": "/{}/",
    "sign-in": "/{}/accounts/login/",
    "children": "/{}/plan/children/",
}
TALLEST = 2 * 60
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

    assert seen == dict.fromkeys([*PUBLIC, "extranet"], (True, True, True, True))
