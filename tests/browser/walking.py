"""How the browser tests go about: contexts, signing in, what is looked at on each page, pictures kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, ViewportSize, expect

from tests.browser.chromium import seal

SHOTS = Path(__file__).parent / "screenshots"
PHONE, DESKTOP = ViewportSize(width=320, height=640), ViewportSize(width=1280, height=800)
STUDY = "/en/case-studies/a-plan-of-action-written-with-ministries-parliament-and-children/"

PUBLIC = {
    "home": "/en/",
    "standard page": "/en/about/",
    "news": "/en/news/",
    "news item": "/en/news/assembly-votes-on-fees-that-follow-income/",
    "events": "/en/events/",
    "event": "/en/events/general-assembly-closes/",
    "case studies": "/en/case-studies/",
    "case study": STUDY,
    "search": "/en/search/?q=plan+of+action",
    "search with filters": "/en/search/?q=plan&stage=follow-up",
    "search without a result": "/en/search/?q=zzqqxx",
    "plan": "/en/plan/",
    "plan for children": "/en/plan/children/",
    "sign-in": "/en/accounts/login/",
    "new password": "/en/accounts/password/reset/",
    "no such page": "/en/no-such-page/",
    "style guide": "/styleguide/",
    "style guide, dark and from the right": "/styleguide/?scheme=dark&direction=rtl",
}
MEMBERS = {
    "today": "/en/today/",
    "assemblies": "/en/assembly/",
    "groups": "/en/groups/",
    "group": "/en/groups/childrens-participation/",
    "discussions": "/en/groups/childrens-participation/discussions/",
    "new discussion": "/en/groups/childrens-participation/discussions/start/",
    "people of a group": "/en/groups/childrens-participation/people/",
    "directory": "/en/directory/",
    "entry": "/en/directory/lantern-forum/",
    "bulletin": "/en/bulletin/",
    "profile": "/en/accounts/profile/",
    "security": "/en/accounts/security/",
    "second factors": "/en/accounts/2fa/",
    "password": "/en/accounts/password/change/",
    "sign-out": "/en/accounts/logout/",
    "search of everything": "/en/search/everything/?q=plan",
    "saved searches": "/en/search/saved/",
}


@contextmanager
def walk(browser: Browser, *, base_url: str, viewport: ViewportSize = DESKTOP, **chosen: Any) -> Iterator[Page]:
    """A page of a fresh browser. axe and styles of ours may be put into it: the policy itself is tested elsewhere."""
    context = browser.new_context(base_url=base_url, viewport=viewport, locale="en-GB", bypass_csp=True, **chosen)
    context.route("**/*", seal)
    try:
        yield context.new_page()
    finally:
        context.close()


def sign_in(page: Page, *, email: str, password: str) -> None:
    page.goto("/en/accounts/login/?next=/en/today/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_text("Use a password instead").click()
    page.locator("#id_password").fill(password)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).last.click()
    expect(page).to_have_url("/en/today/")


def press(page: Page, button: str) -> None:
    """Press a button that leads to another page, and wait for all of its page: `all` and `count` take what is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def follow(page: Page, link: str) -> None:
    """Follow the first link of that name, and wait for its page in the same way."""
    with page.expect_navigation():
        page.get_by_role("link", name=link).first.click()


def opened(page: Page, address: str) -> Response:
    response = page.goto(address)
    assert response is not None
    expected = {200, 403, 429, 500} if "~error" in address else {200, 404}
    assert response.status in expected, (address, response.status)
    return response


def shoot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name.replace(' ', '-').replace(',', '')}.png", full_page=True)


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
