"""Who goes by keyboard meets things in the order in which they are read; who speaks can say what they see."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser import places, walking
from tests.browser.kinds import of_strangers
from tests.browser.looks import jumps, unspoken
from tests.browser.walking import DESKTOP, PHONE, opened, press, sign_in, walk

FACETS = "/en/search/?q=plan&stage=follow-up"


def looked_through(page: Page, pages: dict[str, str]) -> dict[str, list[str]]:
    found = {}
    for name, address in pages.items():
        opened(page, address)
        if said := jumps(page):
            found[name] = said
    return found


def seen_and_said(page: Page, step: str) -> dict[str, list[str]]:
    """What is wrong with the page that stands here; it answered a form, so that no address leads to it."""
    return {step: wrong} if (wrong := [*jumps(page), *unspoken(page)]) else {}


def spoken(page: Page, pages: dict[str, str]) -> dict[str, list[str]]:
    found = {}
    for name, address in pages.items():
        opened(page, address.format("en"))
        if said := unspoken(page):
            found[name] = said
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_focus_goes_the_way_of_a_reader_and_never_hides(
    live_server: LiveServer, browser: Browser, shown: Network, viewport: ViewportSize
) -> None:
    outside = {"home": "/en/", "home from the right": "/ar/", "facets": FACETS, "form": of_strangers("en")["kind form"]}
    assembly = dict(places.of_the_assembly())
    inside = {"today": "/en/today/", "ballot": assembly["ballot"].format("en")}

    with walk(browser, base_url=live_server.url, viewport=viewport) as page:
        found = looked_through(page, outside)
        sign_in(page, email="teodora@kite.example", password=shown.password)
        opened(page, assembly["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        found |= looked_through(page, inside)

    assert found == {}


def test_what_is_written_on_a_control_is_in_its_name(live_server: LiveServer, browser: Browser, shown: Network) -> None:
    outside = {**walking.PUBLIC, **places.PUBLIC, **of_strangers("en")}
    inside = {**walking.MEMBERS, **places.MEMBERS, **dict(places.of_the_assembly()), **dict(places.of_the_groups())}

    with walk(browser, base_url=live_server.url) as page:
        strangers = spoken(page, outside)
        sign_in(page, email="teodora@kite.example", password=shown.password)
        opened(page, inside["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        members = spoken(page, inside)

    assert strangers == {}
    assert members == {}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_each_step_of_a_secret_paper_is_read_and_spoken_in_order(
    live_server: LiveServer, browser: Browser, shown: Network, viewport: ViewportSize
) -> None:
    assembly = dict(places.of_the_assembly())

    with walk(browser, base_url=live_server.url, viewport=viewport) as page:
        sign_in(page, email="teodora@kite.example", password=shown.password)
        opened(page, assembly["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        opened(page, assembly["election"].format("en"))
        found = seen_and_said(page, "before drawing")
        for button in ("Draw my ballot papers", "Mark the paper of Lantern Forum"):
            press(page, button)
            found |= seen_and_said(page, f"after {button}")
        page.get_by_label("Hana Obradović").fill("1")
        for button in ("Check my paper", "Hand in this paper"):
            press(page, button)
            found |= seen_and_said(page, f"after {button}")

    assert found == {}
