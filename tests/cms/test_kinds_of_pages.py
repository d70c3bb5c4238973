"""Pages in plain words, publications with their files, pages that lead on."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.models import (
    LandingPage,
    NewsPage,
    PlenaryDocument,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    StandardPage,
)
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import news_index, standard_page, under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

PLAIN = [
    ("plain", {"heading": "You may speak", "text": "Every child may say what they think.", "symbol": "1"}),
    ("promise", {"text": "We print the plan", "state": "late", "proof": "Ask for it at school."}),
]


def test_a_page_that_opts_in_is_there_in_plain_words(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root, children_title="About us, for you", children_body=PLAIN)

    html = client.get("/en/children/about/").content.decode()

    assert "You may speak" in html
    assert "Ask for it at school." in html
    assert "Find help in my country" in html
    assert page.children_url == "http://testserver/en/children/about/"
    assert page.children_url in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize(
    ("language", "help_words"),
    [("en", "Do you need help?"), ("fr", "As-tu besoin d’aide\u202f?"), ("es", "¿Necesitas ayuda?")],
)
def test_a_child_who_reads_a_page_finds_help(
    site_root: SiteRoot, client: Client, language: str, help_words: str
) -> None:
    standard_page(site_root, language=language, children_title="For you", children_body=PLAIN)

    html = client.get(f"/{language}/children/about/").content.decode()

    assert f'<h2 id="helph">{help_words}</h2>' in html
    assert 'href="https://childhelplineinternational.org/helplines/"' in html


def test_a_page_that_did_not_opt_in_has_no_version_for_children(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root)

    assert client.get("/en/children/about/").status_code == 404
    assert "/children/" not in client.get(page.get_url()).content.decode().split("<main")[1].split("<footer")[0]


def test_nobody_reads_a_private_page_as_a_child(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root, children_title="For you", children_body=PLAIN)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert client.get("/en/children/about/").status_code == 404


@pytest.mark.parametrize(
    ("language", "verdict", "figure"),
    [
        ("en", "Easy: children read this.", "Readability 5 (LIX: up to 30 is easy), 23 words in 5 sentences, as"),
        (
            "fr",
            "Facile\u202f: des enfants peuvent le lire.",
            "Lisibilité 5 (LIX\u202f: facile jusqu’à 30), 23 mots en 5",
        ),
        ("es", "Fácil: los niños y las niñas lo leen.", "Legibilidad 5 (LIX: hasta 30 es fácil), 23 palabras en 5"),
    ],
)
def test_an_editor_sees_how_hard_the_words_are(
    site_root: SiteRoot, client: Client, language: str, verdict: str, figure: str
) -> None:
    page = standard_page(site_root, children_title="About us, for you", children_body=PLAIN)
    sign_in_with_second_factor(client, StaffFactory(language=language))

    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert f"<p><strong>{verdict}</strong> {figure}" in html


def test_half_a_version_for_children_is_refused(site_root: SiteRoot) -> None:
    page = StandardPage(title="About", slug="about", children_title="For you")

    with pytest.raises(ValidationError, match="needs a title and a text, or neither"):
        page.clean()


def publication(site_root: SiteRoot) -> PublicationPage:
    index = under(site_root.home("en"), PublicationIndexPage, title="Publications", slug="publications")
    page: PublicationPage = under(
        index, PublicationPage, title="Ten years", slug="ten-years", dated_on=date(2026, 5, 1), lede="What was won."
    )
    for number, language in enumerate(["en", "ar"]):
        document = PlenaryDocument(title=f"Ten years ({language})", file=ContentFile(b"%PDF-1.7", name="ten.pdf"))
        document.save()
        PublicationFile.objects.create(page=page, language=language, document=document, sort_order=number)
    return page


def test_a_publication_offers_its_files_in_their_languages(site_root: SiteRoot, client: Client) -> None:
    page = publication(site_root)

    html = client.get(page.get_url()).content.decode()

    assert html.index("Ten years (en)") < html.index("Ten years (ar)")
    for piece in ('hreflang="ar"', "Arabic", "PDF", "1 KB"):
        assert piece in html.replace("\xa0", " ")


def test_publications_are_listed_with_their_kind(site_root: SiteRoot, client: Client) -> None:
    page = publication(site_root)

    html = client.get(page.get_parent().get_url()).content.decode()

    assert "What was won." in html
    assert "Report" in html


def test_a_landing_page_leads_on_and_shows_what_is_new(site_root: SiteRoot, client: Client) -> None:
    item = under(news_index(site_root), NewsPage, title="News 0", slug="n0", dated_on=date(2026, 6, 1), lede="What.")
    about = standard_page(site_root)
    hidden = standard_page(site_root, title="Secret plan", slug="secret")
    hidden.unpublish()
    ways = [{"page": about, "title": "", "text": "Read this first."}, {"page": hidden, "title": "", "text": "No."}]
    page = under(
        site_root.home("en"),
        LandingPage,
        title="A campaign",
        slug="campaign",
        body=[("ways", ways), ("newest", {"kind": "news", "heading": "What is new"})],
    )

    html = client.get(page.get_url()).content.decode()

    for piece in ("Read this first.", about.title, "What is new", item.title):
        assert piece in html
    assert "Secret plan" not in html
