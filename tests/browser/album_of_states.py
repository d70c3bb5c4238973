"""What no link leads to, for the album: mails, paper, PDF, errors, answered forms, pages for children, frames.

Taken with the other pictures by `make screenshots`.
"""

from urllib.parse import urlsplit

import pypdfium2
import pytest
from django.test import Client, RequestFactory
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin, decisions
from cms.demo.network import Network
from cms.languages import LANGUAGES
from cms.models import CaseStudyPage, FormPage, PublicationFile, StandardPage
from cms.views.errors import bare_page
from tests.browser.album import SCREENS, keep, keep_as_it_is
from tests.browser.kinds import ERRORS, errors_have_addresses, send_empty
from tests.browser.letters import letters
from tests.browser.places import MEMBERS, PUBLIC, of_the_assembly, of_the_decisions, of_the_groups, of_the_tree
from tests.browser.walking import SHOTS, sign_in, walk

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
    errors_have_addresses(settings)
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
        send_empty(page)
        keep_as_it_is(page, name=f"{language}/form-errors-{screen}-{scheme}")
        page.goto(f"/{language}/accounts/login/")
        send_empty(page)
        keep_as_it_is(page, name=f"{language}/sign-in-errors-{screen}-{scheme}")


@in_every_language
def test_pictures_of_sheets_of_pdf_are_taken(client: Client, told: Network, language: str) -> None:
    """A case study as typst sets it, and the file of a publication."""
    study = CaseStudyPage.objects.live().filter(locale__language_code=language).order_by("number")[0]
    keep_pdf(client.get(f"{study.url}study.pdf").content, name=f"{language}/study-sheet")
    for offered in PublicationFile.objects.filter(language=language).order_by("pk")[:1]:
        with offered.document.file.open("rb") as file:
            keep_pdf(file.read(), name=f"{language}/publication-sheet")


def keep_pdf(content: bytes, *, name: str) -> None:
    """Each sheet, at twice the 72 dots an inch in which PDF counts."""
    with pypdfium2.PdfDocument(content) as paper:
        for number, sheet in enumerate(paper, start=1):
            target = SHOTS / f"{name}-{number}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            sheet.render(scale=2).to_pil().save(target)


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
