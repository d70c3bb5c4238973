"""axe finds nothing in the style guide, whichever frame it wears."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from cms.views.examples.frames import FRAMES
from tests.browser.axe import violations
from tests.browser.walking import PHONE, opened, sideways, walk
from tests.site import SiteRoot


@pytest.mark.parametrize("frame", [frame.code for frame in FRAMES])
def test_axe_finds_nothing_in_a_frame(
    live_server: LiveServer, browser: Browser, site_root: SiteRoot, frame: str
) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        opened(page, f"/styleguide/?scheme=dark&direction=rtl&frame={frame}")

        assert violations(page) == []
        assert sideways(page) == 0
