"""What axe cannot see: focus, names, size of targets, reflow, spaced text, motion, forced colours."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.kinds import of_strangers
from tests.browser.looks import SPACED, cut_off, too_small, without_a_ring
from tests.browser.walking import DESKTOP, MEMBERS, PHONE, PUBLIC, opened, press, shoot, sideways, sign_in, walk
from tests.site import SiteRoot

Findings = dict[str, list[str]]


def noticed(page: Page, pages: dict[str, str]) -> Findings:
    """By page: targets too small, text cut off, scrolling sideways, also when text is spaced out."""
    found: Findings = {}
    for name, address in pages.items():
        opened(page, address)
        small, wide = too_small(page), sideways(page)
        page.add_style_tag(content=SPACED)
        spaced = [*cut_off(page), *([f"{sideways(page)} px wider when spaced"] if sideways(page) else [])]
        said = [*small, *([f"{wide} px too wide"] if wide else []), *spaced]
        if said:
            found[name] = said
    return found


def test_pages_reflow_at_320_pixels_stand_spaced_text_and_have_targets_of_24(
    live_server: LiveServer, browser: Browser, shown: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        strangers = noticed(page, {**PUBLIC, **of_strangers("en")})
        sign_in(page, email="teodora@kite.example", password=shown.password)
        members = noticed(page, MEMBERS)

    assert strangers == {}
    assert members == {}


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_long_words_of_a_second_factor_stay_within_a_phone(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        TOTP.activate(kite.people["teodora"], generate_totp_secret())

        found = noticed(page, {"security": f"/{language}/accounts/security/"})

        expect(page.locator(".tag.ok").first).to_be_visible()
        assert found == {}


def test_whoever_uses_a_keyboard_sees_where_they_are(live_server: LiveServer, browser: Browser, shown: Network) -> None:
    unseen: Findings = {}
    further = of_strangers("en")
    with walk(browser, base_url=live_server.url, viewport=DESKTOP) as page:
        for name in ("home", "search", "sign-in", "plan", "case study"):
            opened(page, PUBLIC[name])
            unseen[name] = without_a_ring(page)
        for name in ("kind publication", "kind landing", "kind form", "kind event", "about for children"):
            opened(page, further[name])
            unseen[name] = without_a_ring(page)
        sign_in(page, email="teodora@kite.example", password=shown.password)
        for name in ("today", "group", "profile", "search of everything", "saved searches"):
            opened(page, MEMBERS[name])
            unseen[name] = without_a_ring(page)
        opened(page, f"{MEMBERS['group']}tasks/add/")
        unseen["date"] = without_a_ring(page)

    assert {name: what for name, what in unseen.items() if what} == {}


@pytest.fixture
def front(live_server: LiveServer, browser: Browser, site_root: SiteRoot) -> tuple[Browser, str]:
    """The system without a network: its frame is the same, and quicker built."""
    return browser, live_server.url


def test_the_frame_of_a_page_is_reached_in_its_order_and_can_be_skipped(front: tuple[Browser, str]) -> None:
    browser, url = front
    with walk(browser, base_url=url) as page:
        page.goto("/en/")
        names = []
        for _step in range(7):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.innerText.trim().split('\\n')[0]"))
        page.goto("/en/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
        page.keyboard.press("Enter")
        skipped_to = page.evaluate("document.activeElement.id")

    assert names == ["Skip to content", "English", "Français", "Español", "العربيّة", "Sign in", "Plenary"]
    assert skipped_to == "main"


def test_refusals_are_announced_and_lead_to_their_field(front: tuple[Browser, str]) -> None:
    browser, url = front
    with walk(browser, base_url=url) as page:
        page.goto("/en/accounts/login/")
        page.get_by_role("button", name="Mail me a code").evaluate("button => { button.form.noValidate = true }")
        press(page, "Mail me a code")
        alert = page.get_by_role("alert")
        said = alert.inner_text()
        alert.get_by_role("link").click()
        expect(page.get_by_label("Your e-mail address")).to_be_focused()
        described = page.get_by_label("Your e-mail address").evaluate(
            "field => document.getElementById(field.getAttribute('aria-describedby')).innerText"
        )

    assert said.startswith("Something has to be changed. Nothing that you wrote is lost.")
    assert described == "Write an e-mail address in “Your e-mail address”."


def test_the_menu_of_a_phone_opens_by_keyboard_and_without_script(front: tuple[Browser, str]) -> None:
    browser, url = front
    with walk(browser, base_url=url, viewport=PHONE, java_script_enabled=False) as page:
        page.goto("/en/")
        menu = page.get_by_role("navigation", name="Main")
        expect(menu).to_be_hidden()
        page.get_by_text("Menu", exact=True).press("Enter")
        expect(menu.get_by_role("link", name="Our plan")).to_be_visible()
        shoot(page, "menu-phone")


MOVING = """() => document.getAnimations().length + [...document.querySelectorAll('*')]
  .filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"""


def test_who_wants_no_motion_sees_none(front: tuple[Browser, str]) -> None:
    browser, url = front
    with walk(browser, base_url=url, reduced_motion="reduce") as page:
        page.goto("/styleguide/")

        assert page.evaluate(MOVING) == 0


def test_shapes_and_states_stay_in_forced_colours(front: tuple[Browser, str]) -> None:
    browser, url = front
    drawn = """() => [...document.querySelectorAll('.tag, .err')].map(e => getComputedStyle(e, '::before'))
      .filter(s => s.backgroundColor === 'rgba(0, 0, 0, 0)').length"""
    with walk(browser, base_url=url, forced_colors="active") as page:
        page.goto("/styleguide/")
        shoot(page, "style-guide-forced-colours")

        assert page.evaluate(drawn) == 0
        expect(page.get_by_role("img", name="98 of 112, 56 needed")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_escape_closes_a_menu_and_leaves_the_focus_on_its_button(
    live_server: LiveServer, browser: Browser, kite: Network, viewport: ViewportSize
) -> None:
    with walk(browser, base_url=live_server.url, viewport=viewport) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        own = page.locator("summary", has_text="Teodora")
        own.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Profile and languages")).to_be_focused()

        page.keyboard.press("Escape")

        expect(own).to_be_focused()
        expect(page.get_by_role("link", name="Profile and languages")).to_be_hidden()
