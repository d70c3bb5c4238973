"""Each page beside its mock-up, for people to look at: `make sheets MOCKS=<folder of the mock-ups>`.

The mock-up left, ours right, on a phone, a tablet and a desktop, light and dark, in tests/browser/screenshots/sheets/
(ignored by git). Named so that the tests leave it out.
"""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin, decisions, second_factor
from cms.demo.network import Network
from cms.models import CaseStudyPage
from members.delivery.models import Rendering
from tests.browser import places
from tests.browser.album import SCREENS
from tests.browser.axe import settle
from tests.browser.walking import SHOTS, STUDY, follow, press, sign_in, walk

SCHEMES = ("light", "dark")
PUBLIC = {
    "home": "/en/",
    "case-study": STUDY,
    "search": "/en/search/?q=plan+of+action",
    "search-empty": "/en/search/?q=ombudsperson+guardianshp+zeppelin",
    "plan": "/en/plan/",
    "plan-children": "/en/plan/children/",
    "signin": "/en/accounts/login/",
    "styleguide": "/styleguide/",
}
# The mock-up, and the name of its page in tests.browser.places.
MEMBERS = {
    "dashboard": "today",
    "directory": "directory",
    "decisions": "decisions",
    "group": "group",
    "discussion": "discussion",
    "result": "results",
}
# What needs more than an address.
BY_HAND = (
    "assembly", "ballot", "ballot-election", "ballot-election-receipt", "ballot-receipt", "ballot-review", "bulletin",
    "case-study-ar", "second-factor",
)  # fmt: skip


@pytest.fixture(scope="module")
def mocks() -> Path:
    """The folder that the environment names."""
    named = os.environ.get("MOCKS", "")
    if not named or not Path(named).is_dir():
        pytest.skip("MOCKS names no folder of mock-ups")
    return Path(named).resolve()


def pictures(page: Page) -> Iterator[tuple[str, Image.Image]]:
    """The page as it stands, at every width and in both schemes."""
    for screen in SCREENS.values():
        for scheme in SCHEMES:
            page.set_viewport_size(ViewportSize(width=screen["width"], height=screen["height"]))
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            settle(page)
            yield f"{screen['width']}-{scheme}", Image.open(BytesIO(page.screenshot(full_page=True)))


def beside(left: Image.Image, right: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (left.width + right.width + 24, max(left.height, right.height)), "#808080")
    sheet.paste(left, (0, 0))
    sheet.paste(right, (left.width + 24, 0))
    return sheet


def compare(page: Page, mocks: Path, name: str) -> None:
    """A sheet for each width and scheme. The mock-up is a file, which the sealed browser would not load."""
    folder = SHOTS / "sheets"
    folder.mkdir(parents=True, exist_ok=True)
    browser = page.context.browser
    assert browser is not None
    drawn = browser.new_page()
    drawn.goto((mocks / f"{name}.html").as_uri())
    for (shape, mock), (_shape, ours) in zip(pictures(drawn), pictures(page), strict=True):
        beside(mock, ours).save(folder / f"{name}-{shape}.png")
    drawn.close()


def compare_all(page: Page, mocks: Path, addresses: dict[str, str]) -> None:
    for name, address in addresses.items():
        page.goto(address)
        compare(page, mocks, name)


def test_public_pages_beside_their_mock_ups(
    live_server: LiveServer, browser: Browser, kite: Network, mocks: Path
) -> None:
    second_factor.build(kite)
    arabic = CaseStudyPage.objects.live().filter(locale__language_code="ar").order_by("path")[0]
    with walk(browser, base_url=live_server.url) as page:
        compare_all(page, mocks, {**PUBLIC, "case-study-ar": str(arabic.url)})
        page.goto("/en/accounts/login/")
        page.get_by_label("Your e-mail address").fill("secretary@kite.example")
        page.get_by_text("Use a password instead").click()
        page.locator("#id_password").fill(kite.password)
        with page.expect_navigation():
            page.locator("button[name=by][value=password]").click()
        compare(page, mocks, "second-factor")


def test_members_pages_beside_their_mock_ups(
    live_server: LiveServer, browser: Browser, kite: Network, mocks: Path
) -> None:
    decisions.build(kite)
    bulletin.build(kite)
    named = {**places.MEMBERS, **dict(places.of_the_assembly()), **dict(places.of_the_groups())}
    named |= dict(places.of_the_decisions())
    mail = Rendering.objects.filter(dispatch__stream="bulletin", language="en").order_by("-pk")[0]
    with walk(browser, base_url=live_server.url) as page:
        page.set_content(mail.html.replace("[[name]]", "Teodora"))
        compare(page, mocks, "bulletin")
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(named["assembly"].format("en"))
        press(page, "Register for Lantern Forum")
        compare(page, mocks, "assembly")
        compare_all(page, mocks, {mock: named[name].format("en") for mock, name in MEMBERS.items()})


def test_papers_beside_their_mock_ups(live_server: LiveServer, browser: Browser, kite: Network, mocks: Path) -> None:
    here = dict(places.of_the_assembly())["assembly"].format("en")
    with walk(browser, base_url=live_server.url) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(here)
        press(page, "Register for Lantern Forum")
        compare_votes(page, mocks)
        page.goto(here)
        compare_papers(page, mocks)


def compare_votes(page: Page, mocks: Path) -> None:
    follow(page, "Vote on motion")
    for paper in page.get_by_role("group").all():
        paper.get_by_role("radio").first.check()
    compare(page, mocks, "ballot")
    press(page, "Check my votes")
    compare(page, mocks, "ballot-review")
    press(page, "Send")
    compare(page, mocks, "ballot-receipt")


def compare_papers(page: Page, mocks: Path) -> None:
    follow(page, "Elect three members")
    press(page, "Draw my ballot papers")
    press(page, "Mark the paper of Lantern Forum")
    page.get_by_label("Hana Obradović").fill("1")
    page.get_by_label("Noor Halvorsen").fill("2")
    compare(page, mocks, "ballot-election")
    press(page, "Check my paper")
    press(page, "Hand in this paper")
    compare(page, mocks, "ballot-election-receipt")


def test_no_mock_up_is_left_out(mocks: Path) -> None:
    """Whoever adds a mock-up is told here."""
    assert {path.stem for path in mocks.glob("*.html")} == {*PUBLIC, *MEMBERS, *BY_HAND}
