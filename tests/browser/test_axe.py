"""axe finds nothing: every page, as stranger and as member, on a phone and on a wide screen, light and dark."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from governance.assembly.models import Assembly
from governance.voting.models import Ballot
from tests.browser.axe import violations
from tests.browser.kinds import of_strangers, send_empty
from tests.browser.walking import DESKTOP, MEMBERS, PHONE, PUBLIC, opened, press, shoot, sign_in, walk

SCREENS = {"phone-light": (PHONE, "light"), "desktop-dark": (DESKTOP, "dark")}


def looked_at(page: Page, pages: dict[str, str], *, screen: str) -> dict[str, list[str]]:
    """What axe finds, by page; a picture of each is kept."""
    found = {}
    for name, address in pages.items():
        opened(page, address)
        shoot(page, f"{name}-{screen}")
        broken = violations(page)
        if broken:
            found[name] = broken
    return found


def of_the_assembly() -> dict[str, str]:
    here = f"/en/assembly/{Assembly.objects.order_by('-opens_at')[0].slug}/"
    before = f"/en/assembly/{Assembly.objects.order_by('opens_at')[0].slug}/"
    return {"assembly": here, "roll": f"{here}roll/", "results": f"{before}results/"}


def refused_for_being_empty(page: Page) -> list[str]:
    page.get_by_role("button", name="Mail me a code").evaluate("button => { button.form.noValidate = true }")
    press(page, "Mail me a code")
    return violations(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(live_server: LiveServer, browser: Browser, shown: Network, screen: str) -> None:
    viewport, scheme = SCREENS[screen]

    with walk(browser, base_url=live_server.url, viewport=viewport, color_scheme=scheme) as page:
        strangers = looked_at(page, {**PUBLIC, **of_strangers("en")}, screen=screen)
        sign_in(page, email="teodora@kite.example", password=shown.password)
        members = looked_at(page, {**MEMBERS, **of_the_assembly()}, screen=screen)

    assert strangers == {}
    assert members == {}


def test_axe_finds_nothing_in_a_form_of_the_editors_that_was_refused(
    live_server: LiveServer, browser: Browser, shown: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        opened(page, of_strangers("en")["kind form"])
        send_empty(page)
        refused = violations(page)

        expect(page.get_by_role("alert")).to_be_visible()

    assert refused == []


def test_axe_finds_nothing_in_a_vote_and_in_forms_that_were_refused(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    motion = Ballot.objects.get(state="open", secrecy="recorded")

    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        page.goto("/en/accounts/login/")
        refused = refused_for_being_empty(page)
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(of_the_assembly()["assembly"])
        press(page, "Register for Lantern Forum")
        page.goto(f"{of_the_assembly()['assembly']}ballots/{motion.key}/")
        paper = violations(page)
        press(page, "Check my votes")
        empty = violations(page)

    assert {"sign-in": refused, "paper": paper, "empty paper": empty} == {"sign-in": [], "paper": [], "empty paper": []}
