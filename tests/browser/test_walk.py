"""The demo network in a real browser: phone and desktop, with and without JavaScript, in three languages.

Screenshots stay in tests/browser/screenshots (ignored by git), so that a person can look.
"""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from governance.assembly.models import Assembly
from governance.box.models import Paper
from governance.box.rules import code_of
from tests.browser.walking import DESKTOP, PHONE, follow, press, shoot, sideways, sign_in, walk

PUBLIC = {"home": "/{}/", "search": "/{}/search/", "plan": "/{}/plan/", "children": "/{}/plan/children/"}


def vote_on_the_open_motion(page: Page, *, year: str) -> None:
    page.goto(f"/en/assembly/{year}/")
    press(page, "Register for Lantern Forum")
    follow(page, "Vote on motion")
    for paper in page.get_by_role("group").all():
        paper.get_by_role("radio").first.check()
    press(page, "Check my votes")
    press(page, "Send")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your votes are recorded")


def hand_in_a_secret_paper(page: Page, *, year: str) -> str:
    """The tracking code."""
    page.goto(f"/en/assembly/{year}/")
    follow(page, "Elect three members")
    press(page, "Draw my ballot papers")
    press(page, "Mark the paper of Lantern Forum")
    page.get_by_label("Hana Obradović").fill("1")
    page.get_by_label("Noor Halvorsen").fill("2")
    press(page, "Check my paper")
    press(page, "Hand in this paper")
    return page.locator(".receipt .code").inner_text()


@pytest.mark.parametrize("script", ["with", "without"])
def test_a_member_walks_from_the_front_door_to_a_vote(
    live_server: LiveServer, browser: Browser, kite: Network, script: str
) -> None:
    year = Assembly.objects.order_by("-opens_at")[0].slug
    scripted = {"java_script_enabled": script == "with"}

    with walk(browser, base_url=live_server.url, viewport=PHONE, **scripted) as page:
        page.goto("/en/")
        page.get_by_label("Search the case studies").fill("action plan workshop")
        press(page, "Search")
        follow(page, "A plan of action written with ministries")
        study = page.get_by_role("heading", level=1).inner_text()
        sign_in(page, email="teodora@kite.example", password=kite.password)
        shoot(page, f"today-phone-{script}-script")
        vote_on_the_open_motion(page, year=year)
        shoot(page, f"recorded-phone-{script}-script")
        code = hand_in_a_secret_paper(page, year=year)
        shoot(page, f"code-phone-{script}-script")

    assert study.startswith("A plan of action written with ministries")
    assert code in {code_of(bytes.fromhex(paper.hash)) for paper in Paper.objects.all()}


def test_no_public_page_scrolls_sideways_in_any_language(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    wide = {}
    for name, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
        with walk(browser, base_url=live_server.url, viewport=viewport) as page:
            for language in ("en", "fr", "es"):
                for what, address in PUBLIC.items():
                    page.goto(address.format(language))
                    shoot(page, f"{what}-{name}-{language}")
                    if sideways(page) > 0:
                        wide[f"{what} {name} {language}"] = sideways(page)

    assert wide == {}
