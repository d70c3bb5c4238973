"""What comes out of the printer: the study itself, where it is from, and what may be done with it."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin
from cms.demo.network import Network
from governance.assembly.models import Assembly
from tests.browser.walking import STUDY, opened, sign_in, walk


def test_a_case_study_prints_without_navigation_with_its_address_and_licence(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url) as page:
        opened(page, STUDY)
        on_screen = page.locator(".onpaper").is_visible()

        page.emulate_media(media="print")

        for hidden in page.locator("nav, .strip, .find, .skip, button").all():
            expect(hidden).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".onpaper")).to_have_text(f"{live_server.url}{STUDY}")
        expect(page.get_by_text("may be reused under CC BY 4.0").last).to_be_visible()

    assert not on_screen


@pytest.mark.parametrize("what", ["plan", "results"])
def test_the_plan_and_the_results_print_without_navigation_and_with_what_was_folded(
    live_server: LiveServer, browser: Browser, kite: Network, what: str
) -> None:
    year = Assembly.objects.order_by("opens_at")[0].slug
    with walk(browser, base_url=live_server.url) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, {"plan": "/en/plan/", "results": f"/en/assembly/{year}/results/"}[what])

        page.emulate_media(media="print")

        for hidden in page.locator("nav, .strip, .seek, .btn").all():
            expect(hidden).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for names in page.locator(".cite .pair").all():
            expect(names).to_be_visible()


def test_the_address_of_a_link_is_printed_in_a_line_where_its_arrow_was(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    bulletin.build(kite)
    arrow = "link => { const end = getComputedStyle(link, '::after'); return [end.transform, end.content] }"
    with walk(browser, base_url=live_server.url) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, "/en/bulletin/117/")
        link = page.locator("article .go[href^=http]").first
        turned, _nothing = link.evaluate(arrow)

        page.emulate_media(media="print")

        straight, address = link.evaluate(arrow)

    assert turned != "none"
    assert straight == "none"
    assert "http" in address
