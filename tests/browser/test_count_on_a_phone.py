"""The count of an election where there is little room: its outcome first, its long table folded, every cell named."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.axe import violations
from tests.browser.places import of_the_assembly
from tests.browser.walking import DESKTOP, PHONE, opened, shoot, sideways, sign_in, walk

# What a reader sees before a cell that lies down, and what stands in it.
NAMED = """row => [...row.querySelectorAll('td')].filter(cell => cell.checkVisibility())
  .map(cell => [getComputedStyle(cell, '::before').content.replace(/^"|"$/g, ''), cell.innerText])"""


def to_the_results(page: Page, kite: Network) -> None:
    sign_in(page, email="teodora@kite.example", password=kite.password)
    opened(page, dict(of_the_assembly())["results"].format("en"))


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_meets_the_outcome_before_the_table_of_stages(
    live_server: LiveServer, browser: Browser, kite: Network, scheme: str
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE, color_scheme=scheme) as page:
        to_the_results(page, kite)
        table, folded = page.locator(".stages"), page.locator("summary", has_text="Every stage of the count")
        expect(table).to_be_hidden()
        election = page.locator("section", has=folded)
        expect(election.locator(".big")).to_have_text("Gwydion Eastwick-Traoré, Mateus Okello-Rask")
        bars = election.get_by_role("heading", name="How far each came")
        assert top(election.locator(".big")) < top(bars) < top(folded)

        folded.press("Enter")

        expect(table).to_be_visible()
        shoot(page, f"count-phone-{scheme}")
        assert sideways(page) == 0
        assert violations(page) == []


def test_each_cell_of_the_folded_table_keeps_its_role_and_says_its_column(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        to_the_results(page, kite)
        page.locator("summary", has_text="Every stage of the count").click()
        table = page.get_by_role("table", name="Every stage of the count")
        heads = [one.inner_text() for one in table.get_by_role("columnheader").all()]
        lines = {row.get_by_role("rowheader").inner_text(): row.evaluate(NAMED) for row in rows(table)}

        for cells in lines.values():
            assert [name for name, _votes in cells] == heads[1 : len(cells) + 1]
            assert all(votes.strip() for _name, votes in cells)
        assert lines["Gwydion Eastwick-Traoré"][0] == ["1. First choices", "12"]
        assert lines["Gwydion Eastwick-Traoré"][-1] == ["Outcome", "Elected, stage 2"]
        assert len(lines) == 5


def rows(table: Locator) -> list[Locator]:
    """Without the one that holds the names of the columns."""
    return table.get_by_role("row").all()[1:]


def test_where_there_is_room_nothing_is_folded(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url, viewport=DESKTOP) as page:
        to_the_results(page, kite)

        expect(page.get_by_text("Every stage of the count", exact=True).last).to_be_visible()
        expect(page.locator(".stages")).to_be_visible()
        expect(page.locator("summary", has_text="Every stage of the count")).to_be_hidden()
