"""What a narrow window does to names and to views that stand side by side."""

from playwright.sync_api import Browser, Locator, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.walking import PHONE, opened, sign_in, walk

LINES = """name => { const text = document.createRange(); text.selectNodeContents(name)
  return text.getClientRects().length }"""


def tops(links: Locator) -> set[float]:
    return {box["y"] for link in links.all() if (box := link.bounding_box())}


def test_the_networks_name_stays_in_one_piece(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        opened(page, "/fr/")
        name = page.locator(".brand b")

        assert name.inner_text() == "Cerf-volant"
        assert name.evaluate(LINES) == 1


def test_all_views_of_a_group_are_in_sight_and_none_is_cut_off(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, "/fr/groups/childrens-participation/people/")
        views = page.get_by_role("navigation", name="Groupe").get_by_role("link")

        assert views.count() == 6
        assert len(tops(views)) <= 3
        for view in views.all():
            expect(view).to_be_in_viewport(ratio=1)


def test_sessions_are_told_apart_by_their_browsers_in_words(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        opened(page, "/en/accounts/sessions/")

        expect(page.get_by_role("heading", level=2)).to_have_text("Chrome on Linux")
        expect(page.get_by_text("Mozilla/5.0")).to_have_count(0)
