"""Words stay whole and states stay on the screen, also where a language is longer."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from cms.demo import decisions
from cms.demo.network import Network
from tests.browser.places import of_the_assembly
from tests.browser.shapes import broken_words, lines
from tests.browser.walking import PHONE, follow, opened, press, sideways, sign_in, walk

WIDTHS = (320, 390, 768, 1280)
TABLET = ViewportSize(width=768, height=1024)
STATES = ("plan/", "plan/children/", "today/", "decisions/", "accounts/security/", "accounts/sessions/")
# By how many pixels a state stands outside of the window, on either side.
OUTSIDE = """tags => tags.filter(tag => tag.checkVisibility()).map(tag => [tag.innerText, tag.getBoundingClientRect()])
  .filter(([, box]) => box.left < 0 || box.right > document.documentElement.clientWidth).map(([words]) => words)"""


def to_the_paper(page: Page, kite: Network) -> None:
    sign_in(page, email="teodora@kite.example", password=kite.password)
    page.goto(dict(of_the_assembly())["assembly"].format("en"))
    press(page, "Register for Lantern Forum")
    follow(page, "Vote on motion")


def test_no_answer_of_a_ballot_is_broken(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url) as page:
        to_the_paper(page, kite)
        paper = page.url
        for language, longest in (("en", "Abstain"), ("fr", "Abstention"), ("es", "Abstención")):
            page.goto(paper.replace("/en/", f"/{language}/"))
            answers = page.locator(".opt")
            assert longest in answers.all_inner_texts()
            for width in WIDTHS:
                page.set_viewport_size(ViewportSize(width=width, height=800))

                assert broken_words(answers) == [], (language, width)
                assert sideways(page) == 0, (language, width)


def test_a_broken_answer_is_noticed(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        to_the_paper(page, kite)
        page.add_style_tag(
            content=".opt{max-width:6.5rem!important;min-width:0!important;overflow-wrap:anywhere!important}"
        )

        assert {"Against", "Abstain"} <= set(broken_words(page.locator(".opt")))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_state_is_never_wider_than_a_phone(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    decisions.build(kite)
    seen = 0
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        results = dict(of_the_assembly())["results"].format(language)
        for address in (*(f"/{language}/{state}" for state in STATES), results):
            opened(page, address)
            tags = page.locator(".tag")
            seen += tags.count()

            assert tags.evaluate_all(OUTSIDE) == [], address
            assert broken_words(tags) == [], address
            assert sideways(page) == 0, address
    assert seen > 20


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_table_is_wider_than_a_tablet(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    inside = dict(of_the_assembly())
    with walk(browser, base_url=live_server.url, viewport=TABLET) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        for address in (inside["assembly"], inside["results"], "/{}/plan/", "/{}/groups/childrens-participation/"):
            opened(page, address.format(language))

            assert page.locator(".tbl").count() > 0, address
            assert sideways(page) == 0, address


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_title_of_the_register_takes_three_lines_of_a_tablet(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    decisions.build(kite)
    with walk(browser, base_url=live_server.url, viewport=TABLET) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, f"/{language}/decisions/")
        titles = page.locator(".tbl tbody th a").all()
        states = page.locator(".tbl td .tag").all()

        assert len(titles) >= 20
        assert {title.inner_text(): lines(title) for title in titles if lines(title) > 3} == {}
        assert {state.inner_text(): lines(state) for state in states if lines(state) > 2} == {}
        assert sideways(page) == 0


def test_a_short_state_of_the_plan_keeps_to_one_line_of_a_tablet(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=TABLET) as page:
        opened(page, "/en/plan/")
        states = {tag.inner_text(): lines(tag) for tag in page.locator(".tbl .tag").all()}

        assert states == {"On course": 1, "Late": 1, "Reached": 1}
        assert sideways(page) == 0
