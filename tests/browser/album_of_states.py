"""What no link leads to, for the album: mails, paper, errors, answered forms, pages for children, the guide's frames.

Taken with the other pictures by `make screenshots`.
"""

from urllib.parse import urlsplit

import pytest
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin, decisions
from cms.demo.network import Network
from cms.languages import LANGUAGES
from cms.models import FormPage, StandardPage
from cms.views.errors import bare_page
from tests.browser.album import SCREENS, keep, keep_as_it_is
from tests.browser.letters import letters
from tests.browser.places import MEMBERS, PUBLIC, of_the_assembly, of_the_decisions, of_the_groups, of_the_tree
from tests.browser.walking import sign_in, walk

# Their addresses are those of the audit; a page that is not there is a public page of the album already.
ERRORS = ("403", "forged", "429", "500")
# A mail client on a phone, and the pane of one on a desk.
PANES = {"phone": ViewportSize(width=390, height=844), "pane": ViewportSize(width=600, height=844)}
# A4 within margins of 15 mm, at 96 dots an inch.
SHEET = ViewportSize(width=680, height=1009)
FRAMES = ("public", "members", "entrance")

of_each_look = pytest.mark.parametrize("scheme", ["light", "dark"])
of_each_screen = pytest.mark.parametrize("screen", SCREENS)
in_every_language = pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
in_languages_of_the_interface = pytest.mark.parametrize("language", LANGUAGES)


def keep_html(page: Page, html: str, *, name: str) -> None:
    page.set_content(html)
    keep_as_it_is(page, name=name)


@of_each_look
@in_languages_of_the_interface
def test_pictures_of_mails_are_taken(
    live_server: LiveServer, browser: Browser, told: Network, scheme: str, language: str
) -> None:
    decisions.build(told)
    bulletin.build(told)
    written = dict(letters(told, language=language))
    for pane, viewport in PANES.items():
        with walk(browser, base_url=live_server.url, viewport=viewport, color_scheme=scheme) as page:
            for kind, html in written.items():
                keep_html(page, html, name=f"{language}/mail-{kind}-{pane}-{scheme}")


@in_languages_of_the_interface
def test_pictures_of_printed_pages_are_taken(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    decisions.build(kite)
    bulletin.build(kite)
    inside = {**MEMBERS, **dict(of_the_assembly()), **dict(of_the_groups()), **dict(of_the_decisions())}
    with walk(browser, base_url=live_server.url, viewport=SHEET) as page:
        page.emulate_media(media="print")
        for what, address in {**of_the_tree(language), **PUBLIC}.items():
            keep(page, address.format(language), name=f"{language}/{what}-paper")
        # What is pressed to sign in is not on paper.
        page.emulate_media(media="screen")
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.emulate_media(media="print")
        for what, address in inside.items():
            keep(page, address.format(language), name=f"{language}/{what}-paper")


@of_each_screen
@of_each_look
@in_every_language
def test_pictures_of_errors_are_taken(
    live_server: LiveServer, browser: Browser, kite: Network, settings: Settings,
    screen: str, scheme: str, language: str,
) -> None:  # fmt: skip
    settings.ROOT_URLCONF = "tests.bench.audit.urls"
    settings.CONTENT_VIEWS = {*settings.CONTENT_VIEWS, "error", "forged"}
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        for what in ERRORS:
            keep(page, f"/{language}/~error/{what}/", name=f"{language}/error-{what}-{screen}-{scheme}")
        keep_html(
            page, bare_page(RequestFactory().get(f"/{language}/")), name=f"{language}/error-bare-{screen}-{scheme}"
        )


@of_each_screen
@of_each_look
@in_languages_of_the_interface
def test_pictures_of_pages_for_children_are_taken(
    live_server: LiveServer, browser: Browser, told: Network, screen: str, scheme: str, language: str
) -> None:
    spoken = StandardPage.objects.live().filter(locale__language_code=language).exclude(children_title="")
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        for found in spoken:
            name = f"{language}/children-{found.slug}-{screen}-{scheme}"
            keep(page, urlsplit(found.children_url).path, name=name)


@of_each_screen
@of_each_look
@in_languages_of_the_interface
def test_pictures_of_answered_forms_are_taken(
    live_server: LiveServer, browser: Browser, told: Network, screen: str, scheme: str, language: str
) -> None:
    form = FormPage.objects.live().filter(locale__language_code=language)[0]
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen], color_scheme=scheme) as page:
        keep(page, str(form.url), name=f"{language}/form-{screen}-{scheme}")
        keep(page, f"{form.url}?sent=1", name=f"{language}/form-sent-{screen}-{scheme}")
        page.goto(str(form.url))
        send_empty(page, "main form[method=post]")
        keep_as_it_is(page, name=f"{language}/form-errors-{screen}-{scheme}")
        page.goto(f"/{language}/accounts/login/")
        send_empty(page, "main form[method=post]")
        keep_as_it_is(page, name=f"{language}/sign-in-errors-{screen}-{scheme}")


def send_empty(page: Page, form: str) -> None:
    """Past the browser's own bubbles, which no reader of another browser sees."""
    with page.expect_navigation():
        page.locator(form).first.evaluate("form => { form.noValidate = true; form.requestSubmit() }")


@of_each_screen
@of_each_look
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_pictures_of_the_style_guide_are_taken(
    live_server: LiveServer, browser: Browser, kite: Network, screen: str, scheme: str, direction: str
) -> None:
    with walk(browser, base_url=live_server.url, viewport=SCREENS[screen]) as page:
        for frame in FRAMES:
            address = f"/styleguide/?scheme={scheme}&direction={direction}&frame={frame}"
            keep(page, address, name=f"guide-{frame}-{direction}-{screen}-{scheme}")
