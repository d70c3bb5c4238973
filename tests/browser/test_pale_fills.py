"""The second facet's colour is pale on paper: it never speaks alone."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.shapes import pale_fills, weak_fills
from tests.browser.walking import opened, walk

PAGES = {
    "/en/": {"meter", "glyph"},
    "/en/plan/": {"bigkite", "glyph"},
    "/en/plan/children/": {"sym", "dots"},
    "/styleguide/": {"meter", "dots", "bigkite", "glyph", "sym"},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_pale_fill_has_an_edge_and_its_figure_beside_it(
    live_server: LiveServer, browser: Browser, kite: Network, scheme: str
) -> None:
    with walk(browser, base_url=live_server.url, color_scheme=scheme) as page:
        for address, drawn in PAGES.items():
            opened(page, address)

            assert drawn <= set(pale_fills(page)), address
            assert weak_fills(page) == [], address


def test_a_fill_without_its_edge_and_figure_is_noticed(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    with walk(browser, base_url=live_server.url, color_scheme="light") as page:
        opened(page, "/en/")
        page.add_style_tag(content=".p2 .v{stroke:#f0b23a!important}.p2 .num{display:none}")

        assert set(weak_fills(page)) == {"meter: no edge", "meter: no figure"}


@pytest.mark.parametrize(("direction", "side"), [("rtl", "right"), ("ltr", "left")])
def test_a_meter_fills_from_where_reading_starts(
    live_server: LiveServer, browser: Browser, kite: Network, direction: str, side: str
) -> None:
    edges = """(meter, side) => [meter, meter.querySelector('.v')].map(one => one.getBoundingClientRect())
      .map(box => [Math.round(box[side]), Math.round(box.width)])"""
    with walk(browser, base_url=live_server.url) as page:
        opened(page, f"/styleguide/?direction={direction}")
        meters = page.locator("#figures .meter:has(.v)").all()
        drawn = [meter.evaluate(edges, side) for meter in meters]

    assert len(drawn) >= 5
    for (whole, wide), (filled, part) in drawn:
        assert abs(whole - filled) <= 1
        assert part < wide
