"""Pictures of the main pages for people to look at: `make screenshots`. Named so that the tests leave it out.

Every language, three widths, light and dark, in tests/browser/screenshots/<language>/ (ignored by git).
"""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.models import CaseStudyPage
from governance.assembly.models import Assembly
from tests.browser.walking import SHOTS, STUDY, opened, sign_in, walk

SCREENS = {
    "phone": ViewportSize(width=390, height=844),
    "tablet": ViewportSize(width=768, height=1024),
    "desktop": ViewportSize(width=1280, height=900),
}
PUBLIC = {
    "home": "/{}/",
    "search": "/{}/search/?q=plan",
    "plan": "/{}/plan/",
    "children": "/{}/plan/children/",
    "error": "/{}/no-such-page/",
}
MEMBERS = {
    "today": "/{}/today/",
    "assembly": "/{}/assembly/{}/",
    "group": "/{}/groups/childrens-participation/",
    "decisions": "/{}/decisions/",
    "directory": "/{}/directory/",
    "security": "/{}/accounts/security/",
    "second-factor": "/{}/accounts/2fa/",
}


def studies() -> dict[str, str]:
    """The address of one case study in each language that it has."""
    first = CaseStudyPage.objects.get(slug=STUDY.strip("/").rpartition("/")[2], locale__language_code="en")
    same = CaseStudyPage.objects.live().filter(translation_key=first.translation_key).select_related("locale")
    return {page.locale.language_code: page.url or "" for page in same}


def keep(page: Page, address: str, *, name: str) -> None:
    opened(page, address)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_taken(live_server: LiveServer, browser: Browser, kite: Network, screen: str, scheme: str) -> None:
    year, addresses = Assembly.objects.order_by("-opens_at")[0].slug, studies()
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        for language in ("en", "fr", "es", "ar"):
            for what, address in PUBLIC.items():
                keep(page, address.format(language), name=f"{language}/{what}-{screen}-{scheme}")
            keep(page, addresses[language], name=f"{language}/case-study-{screen}-{scheme}")
        sign_in(page, email="teodora@kite.example", password=kite.password)
        for language in ("en", "fr", "es"):
            for what, address in MEMBERS.items():
                keep(page, address.format(language, year), name=f"{language}/{what}-{screen}-{scheme}")
