"""The search in a browser: results in place, what is offered while typing, and all of it without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.axe import violations
from tests.browser.walking import DESKTOP, PHONE, press, shoot, sideways, walk

SEARCH = "/en/search/?q=plan"


@pytest.fixture
def page(live_server: LiveServer, browser: Browser, kite: Network) -> Iterator[Page]:
    with walk(browser, base_url=live_server.url, viewport=DESKTOP) as opened:
        opened.goto(SEARCH)
        yield opened


def documents_of(page: Page) -> list[str]:
    """The addresses that the browser loads whole from here on."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if request.is_navigation_request() else None)
    return loaded


def test_a_filter_changes_the_results_in_place_and_keeps_focus_address_and_history(page: Page) -> None:
    loaded, before = documents_of(page), page.locator("#count").inner_text()
    box = page.get_by_role("checkbox", name="Follow-up")

    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/en/search/?q=plan&stage=follow-up")

    expect(page.get_by_role("checkbox", name="Follow-up")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Follow-up")).to_be_checked()
    expect(page.get_by_role("status").and_(page.locator("[data-says]"))).to_have_text(
        page.locator("#count").inner_text()
    )
    assert page.locator("#count").inner_text() != before
    page.go_back()
    expect(page.locator("#count")).to_have_text(before)
    assert loaded == []


def test_what_was_opened_stays_open_and_a_chip_takes_the_filter_away(page: Page) -> None:
    page.locator("[data-keep=theme] > summary").click()
    page.get_by_role("checkbox", name="Follow-up").check()
    page.wait_for_url("**stage=follow-up")

    expect(page.locator("[data-keep=theme]")).to_have_attribute("open", "")
    page.get_by_role("link", name="Stage of the reporting cycle: Follow-up").click()
    page.wait_for_url("**/en/search/?q=plan")
    expect(page.locator("#count")).to_be_focused()


def test_when_the_answer_does_not_come_the_browser_goes_there_itself(page: Page) -> None:
    loaded = documents_of(page)
    page.route(
        "**/en/search/?*stage=*",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.fallback(),
    )

    page.get_by_role("checkbox", name="Follow-up").check()
    page.wait_for_url("**stage=follow-up")

    assert len(loaded) == 1
    expect(page.get_by_role("checkbox", name="Follow-up")).to_be_checked()


def test_what_is_offered_is_chosen_by_keyboard_and_left_by_escape(page: Page) -> None:
    field = page.get_by_role("combobox", name="Search the case studies")
    field.fill("")
    field.press_sequentially("bud")

    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    active = page.get_by_role("option").first
    expect(field).to_have_attribute("aria-activedescendant", active.get_attribute("id") or "")
    expect(active).to_have_attribute("aria-selected", "true")
    assert violations(page) == []
    shoot(page, "search-offers")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("bud")
    field.press("ArrowDown")
    field.press("ArrowDown")
    with page.expect_response("**/en/search/?*"):
        field.press("Enter")
    assert "=" in page.url


def test_one_letter_asks_nobody_and_the_second_asks_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "fetch" else None)
    field = page.get_by_role("combobox", name="Search the case studies")
    field.fill("")

    field.press_sequentially("bu", delay=200)
    expect(page.get_by_role("option").first).to_be_visible()

    assert [address.partition("complete/")[2] for address in asked] == ["?q=bu"]


def test_a_finger_takes_what_is_offered(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE, has_touch=True) as page:
        page.goto("/en/search/")
        page.get_by_role("combobox", name="Search the case studies").press_sequentially("birth reg")
        page.get_by_role("option").filter(has_text="Study").first.tap()
        page.wait_for_url("**/en/case-studies/**")

        assert sideways(page) == 0


def test_without_a_script_on_320_pixels_the_panel_opens_filters_and_counts(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(SEARCH)
        page.locator(".sheet > summary").click()
        page.get_by_role("checkbox", name="Follow-up").check()
        press(page, "Show results")

        assert "stage=follow-up" in page.url
        expect(page.locator(".sheet > summary")).to_contain_text("1 chosen")
        page.get_by_label("Sort by").select_option("newest")
        press(page, "Sort")
        assert "sort=newest" in page.url
        assert "stage=follow-up" in page.url
        shoot(page, "search-320-without-script")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_every_language_is_clean_and_narrow_enough(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        found = {}
        for address in ("search/?q=CRC&stage=follow-up", "search/?q=zzqqxx", "search/help/", "search/?page=77"):
            page.goto(f"/{language}/{address}")
            page.locator(".sheet > summary").first.click() if page.locator(".sheet > summary").count() else None
            found[address] = (violations(page), sideways(page))

    assert found == dict.fromkeys(found, ([], 0))
