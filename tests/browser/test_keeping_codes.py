"""All codes of a member's papers, saved and printed at once, without a request to the server."""

from pathlib import Path

from playwright.sync_api import Browser, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from governance.assembly.models import Assembly
from tests.browser.walking import PHONE, follow, press, sideways, sign_in, walk

SAVE = "Save all codes in a file"


def draw(page: Page, *, password: str) -> None:
    """As Teodora, who holds two proxies."""
    year = Assembly.objects.order_by("-opens_at")[0].slug
    sign_in(page, email="teodora@kite.example", password=password)
    page.goto(f"/en/assembly/{year}/")
    press(page, "Register for Lantern Forum")
    follow(page, "Elect three members")
    press(page, "Draw my ballot papers")


def test_every_code_on_the_page_is_in_the_file_that_is_saved(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    asked: list[str] = []

    def ask(request: Request) -> None:
        if request.url.startswith("http"):
            asked.append(request.url)

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        draw(page, password=kite.password)
        codes = page.locator("p.code").all_inner_texts()
        page.on("request", ask)
        with page.expect_download() as saving:
            page.get_by_role("link", name=SAVE).click()
        saved = Path(saving.value.path()).read_text(encoding="utf-8")
        expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
        wider = sideways(page)

    assert len(codes) == len(set(codes)) > 3
    assert [line.strip() for line in saved.splitlines() if line.strip() in codes] == codes
    assert saving.value.suggested_filename.startswith("ballot-papers-")
    assert (asked, wider) == ([], 0)


def test_the_button_prints_and_the_sheet_has_every_code_and_no_button(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url) as page:
        page.add_init_script("window.print = () => { window.printed = true; }")
        draw(page, password=kite.password)

        page.get_by_role("button", name="Print this page").click()
        page.wait_for_function("window.printed")
        page.emulate_media(media="print")

        for code in page.locator("p.code").all():
            expect(code).to_be_visible()
        for button in page.locator(".btn").all():
            expect(button).to_be_hidden()
