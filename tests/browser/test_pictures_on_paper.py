"""What the printer gets of a child's picture that nobody agreed to print: words, and no picture."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.rules.consent import Use
from tests.browser.walking import PHONE, opened, walk
from tests.factories.cms import standard_page
from tests.factories.pictures import consent, photograph, picture
from tests.site import SiteRoot

WORDS = "It is not printed. Those who can be seen in it agreed to the screen only."


@pytest.fixture
def address(site_root: SiteRoot) -> str:
    """A page with two pictures: the first may be printed, the second may not."""
    printed, kept = (picture(title=name, content=photograph(size=(900, 600))) for name in ("printed", "kept"))
    consent(printed)
    consent(kept, uses=frozenset(Use) - {Use.PRINT})
    body = [("picture", {"image": image, "caption": f"The {image.title} one"}) for image in (printed, kept)]
    return str(standard_page(site_root, body=body).get_url())


def pictures_in_its_pdf(page: Page) -> int:
    """Chromium's own: what “Save as PDF” makes of the page."""
    return page.pdf().count(b"/Subtype /Image")


def test_a_picture_that_may_not_be_printed_is_words_on_paper(
    live_server: LiveServer, browser: Browser, address: str
) -> None:
    with walk(browser, base_url=live_server.url) as page:
        opened(page, address)
        printed, kept = page.locator("figure").all()
        kept.scroll_into_view_if_needed()
        expect(kept.locator("img")).to_be_visible()
        expect(kept.get_by_text(WORDS)).to_be_hidden()

        page.emulate_media(media="print")

        expect(printed.locator("img")).to_be_visible()
        expect(kept.locator("img")).to_be_hidden()
        expect(kept.get_by_text(WORDS)).to_be_visible()
        expect(page.get_by_text(WORDS)).to_have_count(1)
        expect(page.get_by_text("The kept one")).to_be_visible()
        assert pictures_in_its_pdf(page) == 1


def test_the_words_fit_a_narrow_sheet(live_server: LiveServer, browser: Browser, address: str) -> None:
    with walk(browser, base_url=live_server.url, viewport=PHONE) as page:
        opened(page, address)
        page.emulate_media(media="print")

        box = page.get_by_text(WORDS).bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
