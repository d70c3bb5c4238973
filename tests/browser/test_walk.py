"""The demo network in a real browser: phone and desktop, with and without JavaScript, in three languages.

Screenshots stay in tests/browser/screenshots (ignored by git), so that a person can look.
"""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo import assembly, groups, home, library, network, pages, plan, statutes
from cms.demo.network import Network
from cms.models import Theme
from governance.assembly.models import Assembly
from search.actions import rebuild
from tests.browser.chromium import seal

SHOTS = Path(__file__).parent / "screenshots"
PUBLIC = {"home": "/{}/", "search": "/{}/search/", "plan": "/{}/plan/", "children": "/{}/plan/children/"}
PHONE, DESKTOP = ViewportSize(width=320, height=640), ViewportSize(width=1280, height=800)


@pytest.fixture
def kite(live_server: LiveServer) -> Network:
    """The parts of the demo network that are walked here, and their search index."""
    if not Theme.objects.exists():
        import_module("cms.migrations.0002_vocabularies").seed(apps, None)
    made = Network(now=timezone.now(), password="walk-with-a-kite")
    for part in (network, home, pages, library, groups, statutes, assembly, plan):
        part.build(made)
    rebuild(now=made.now)
    return made


def opened(browser: Browser, *, base_url: str, viewport: ViewportSize, script: str) -> BrowserContext:
    context = browser.new_context(
        base_url=base_url, viewport=viewport, java_script_enabled=script == "with", locale="en-GB"
    )
    context.route("**/*", seal)
    return context


def shoot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


def sign_in(page: Page, *, email: str, password: str) -> None:
    page.goto("/en/accounts/login/?next=/en/today/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_text("Use a password instead").click()
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).last.click()
    expect(page).to_have_url("/en/today/")


def vote_on_the_open_motion(page: Page, *, year: str) -> None:
    page.goto(f"/en/assembly/{year}/")
    page.get_by_role("button", name="Register for Lantern Forum").click()
    page.get_by_role("link", name="Vote on motion").click()
    for paper in page.get_by_role("group").all():
        paper.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check my votes").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your votes are recorded")


def hand_in_a_secret_paper(page: Page, *, year: str) -> str:
    """The tracking code."""
    page.goto(f"/en/assembly/{year}/")
    page.get_by_role("link", name="Elect three members").click()
    page.get_by_role("button", name="Draw my ballot papers").click()
    page.get_by_role("button", name="Mark the paper of Lantern Forum").click()
    page.get_by_label("Hana Obradović").fill("1")
    page.get_by_label("Noor Halvorsen").fill("2")
    page.get_by_role("button", name="Check my paper").click()
    page.get_by_role("button", name="Hand in this paper").click()
    return page.locator(".receipt .code").inner_text()


@pytest.mark.parametrize("script", ["with", "without"])
def test_a_member_walks_from_the_front_door_to_a_vote(
    live_server: LiveServer, browser: Browser, kite: Network, script: str
) -> None:
    year = Assembly.objects.order_by("-opens_at")[0].slug
    context = opened(browser, base_url=live_server.url, viewport=PHONE, script=script)
    page = context.new_page()

    page.goto("/en/")
    page.get_by_label("Search the case studies").fill("action plan workshop")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="A plan of action written with ministries").first.click()
    study = page.get_by_role("heading", level=1).inner_text()
    sign_in(page, email="teodora@kite.example", password=kite.password)
    shoot(page, f"today-phone-{script}-script")
    vote_on_the_open_motion(page, year=year)
    shoot(page, f"recorded-phone-{script}-script")
    code = hand_in_a_secret_paper(page, year=year)
    shoot(page, f"code-phone-{script}-script")
    context.close()

    assert study.startswith("A plan of action written with ministries")
    assert len(code) == len("XXXX-XXXX-XXXX")


def test_no_public_page_scrolls_sideways_in_any_language(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    wide = {}
    for name, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
        context = opened(browser, base_url=live_server.url, viewport=viewport, script="with")
        page = context.new_page()
        for language in ("en", "fr", "es"):
            for what, address in PUBLIC.items():
                page.goto(address.format(language))
                shoot(page, f"{what}-{name}-{language}")
                if sideways(page) > 0:
                    wide[f"{what} {name} {language}"] = sideways(page)
        context.close()

    assert wide == {}
