"""Pictures of every kind of page for people to look at: `make screenshots`. Named so that the tests leave it out.

Every language, three widths, light and dark, in tests/browser/screenshots/<language>/ (ignored by git). A few only:
`make screenshots ARGS="-k 'phone and dark'"`.
"""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin, decisions
from cms.demo.network import Network
from cms.models import CaseStudyPage
from governance.assembly.models import Assembly
from governance.decisions.models import Decision
from members.accounts.models import User
from members.bulletin.models import Issue
from members.organisations.models import Organisation
from tests.browser.axe import settle
from tests.browser.kinds import hang_every_state, of_the_editors
from tests.browser.places import MEMBERS, PUBLIC, of_the_assembly, of_the_decisions, of_the_groups, of_the_tree
from tests.browser.walking import SHOTS, press, sign_in, walk
from tests.factories.accounts import sign_in_with_second_factor

SCREENS = {
    "phone": ViewportSize(width=390, height=844),
    "tablet": ViewportSize(width=768, height=1024),
    "desktop": ViewportSize(width=1280, height=900),
}
# The secretariat's lists and reports, by the names of their views.
LISTS = (
    "assembly_desk:index", "consent:index", "decision:index", "dispatch:index", "gaps:index", "imports:index",
    "indicator:index", "invitations:add", "invoice:index", "issue:index", "membershipterm:index", "office:index",
    "organisation:index", "searched", "statutes_desk:index", "translations:index", "wagtailadmin_home",
    "wagtailsnippets_cms_theme:list",
)  # fmt: skip
OF_AN_ASSEMBLY = ("desk", "agenda", "roll", "room", "tellers", "notices", "objections", "add-motion")


def of_the_secretariat() -> Iterator[tuple[str, str]]:
    yield from ((name.replace(":", "-"), reverse(name)) for name in LISTS)
    now = Assembly.objects.order_by("opens_at")[1]
    yield from ((f"assembly-{name}", reverse(f"assembly_desk:{name}", args=[now.pk])) for name in OF_AN_ASSEMBLY)
    yield "decision", reverse("decision:edit", args=[Decision.objects.order_by("pk")[0].pk])
    issue = Issue.objects.get(state="draft")
    yield "issue", reverse("issue:desk", args=[issue.pk])
    yield "issue-edit", reverse("issue:edit", args=[issue.pk])
    yield "organisation", reverse("organisation:desk", args=[Organisation.objects.order_by("pk")[0].pk])
    yield "pages", reverse("wagtailadmin_explore_root")
    yield "study-edit", reverse("wagtailadmin_pages:edit", args=[CaseStudyPage.objects.order_by("pk")[0].pk])


def keep(page: Page, address: str, *, name: str) -> None:
    page.goto(address)
    keep_as_it_is(page, name=name)


def keep_as_it_is(page: Page, *, name: str) -> None:
    settle(page)
    page.screenshot(path=SHOTS / f"{name.replace(' ', '-')}.png", full_page=True)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_pictures_of_public_pages_are_taken(
    live_server: LiveServer, browser: Browser, told: Network, screen: str, scheme: str, language: str
) -> None:
    hang_every_state(told)
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        for what, address in {**of_the_tree(language), **of_the_editors(language), **PUBLIC}.items():
            keep(page, address.format(language), name=f"{language}/{what}-{screen}-{scheme}")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_members_pages_are_taken(
    live_server: LiveServer, browser: Browser, kite: Network, screen: str, scheme: str
) -> None:
    decisions.build(kite)
    bulletin.build(kite)
    addresses = {**MEMBERS, **dict(of_the_assembly()), **dict(of_the_groups()), **dict(of_the_decisions())}
    now = addresses["assembly"].format("en")
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        keep(page, f"{now}proxy/lantern-forum/", name=f"en/proxy-{screen}-{scheme}")
        page.goto(now)
        press(page, "Register for Lantern Forum")
        for language in ("en", "fr", "es"):
            for what, address in addresses.items():
                keep(page, address.format(language), name=f"{language}/{what}-{screen}-{scheme}")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pictures_of_the_secretariats_screens_are_taken(
    live_server: LiveServer, browser: Browser, kite: Network, client: Client, screen: str, scheme: str, language: str
) -> None:
    decisions.build(kite)
    bulletin.build(kite)
    person = User.objects.get(email="secretary@kite.example")
    person.language = language
    person.save()
    sign_in_with_second_factor(client, person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    # Wagtail's badges would blink for half a minute a page.
    still = {"color_scheme": scheme, "reduced_motion": "reduce"}
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], **still) as page:
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        for what, address in of_the_secretariat():
            keep(page, address, name=f"{language}/admin-{what}-{screen}-{scheme}")
