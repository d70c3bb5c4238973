"""Going back through the browser's history after a vote: no question about a form, no second vote."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from governance.assembly.models import Assembly
from governance.voting.models import RecordedVote
from tests.browser.test_walk import vote_on_the_open_motion
from tests.browser.walking import PHONE, follow, press, sign_in, walk

RECORDED = "Your votes are recorded"


def expect_the_receipt(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(RECORDED)
    expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("script", ["with", "without"])
def test_going_back_from_a_recorded_vote_shows_its_receipt_at_every_step(
    live_server: LiveServer, browser: Browser, kite: Network, script: str
) -> None:
    year = Assembly.objects.order_by("-opens_at")[0].slug
    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=script == "with") as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        vote_on_the_open_motion(page, year=year)
        recorded = RecordedVote.objects.count()

        for _step in ("the review", "the ballot"):
            page.go_back()
            expect_the_receipt(page)
        page.go_back()
        expect(page).to_have_url(f"/en/assembly/{year}/")
        page.go_forward()
        expect_the_receipt(page)

    assert RecordedVote.objects.count() == recorded


@pytest.mark.parametrize("script", ["with", "without"])
def test_going_back_from_the_check_keeps_what_was_chosen(
    live_server: LiveServer, browser: Browser, kite: Network, script: str
) -> None:
    year = Assembly.objects.order_by("-opens_at")[0].slug
    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=script == "with") as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(f"/en/assembly/{year}/")
        press(page, "Register for Lantern Forum")
        follow(page, "Vote on motion")
        press(page, "Check my votes")
        for paper in page.get_by_role("group").all():
            paper.get_by_role("radio").nth(1).check()
        press(page, "Check my votes")
        expect(page.get_by_role("heading", level=1)).to_have_text("Is this what you want to vote?")

        page.go_back()

        for paper in page.get_by_role("group").all():
            expect(paper.get_by_role("radio").nth(1)).to_be_checked()
