"""What stands beside a link when it is shared."""

import io
import re

import pytest
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction

from cms.languages import translated
from cms.models.settings import NetworkSettings
from cms.views.cards import card_url, lines_of, typeface
from tests.factories.cms import standard_page
from tests.factories.pictures import picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def said(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', html))


def test_a_page_says_what_a_shared_link_needs(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root, title="About us", lede="Who we are.")

    found = said(client.get(page.get_url()).content.decode())

    assert (found["og:title"], found["og:description"]) == ("About us", "Who we are.")
    assert found["og:url"] == "http://testserver/en/about/"
    assert found["og:image"] == f"http://testserver{card_url(page)}"
    assert found["twitter:card"] == "summary_large_image"


def test_the_card_is_drawn_once_and_may_be_kept(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root, title="A title that is much too long for one line of a card, so it takes several")

    response = client.get(card_url(page))

    drawn = Image.open(io.BytesIO(response.content))
    assert (drawn.format, drawn.size) == ("PNG", (1200, 630))
    assert "immutable" in response["Cache-Control"]
    assert client.get(card_url(page)).content == response.content


def test_new_words_have_a_new_card(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root)
    before = card_url(page)
    page.title = "Who we are"
    page.save_revision().publish()

    assert client.get(card_url(page)).status_code == 200
    assert client.get(before).status_code == 404


def test_a_new_name_of_the_network_changes_every_card(site_root: SiteRoot) -> None:
    page = standard_page(site_root)
    before = card_url(page)
    NetworkSettings.objects.create(name=translated(en="Ten Bells"), short_name=translated(en="Bells"))

    assert card_url(page) != before


def test_a_private_page_has_no_card(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert client.get(card_url(page)).status_code == 404


def test_a_title_that_the_typeface_cannot_write_gets_no_card(site_root: SiteRoot) -> None:
    assert card_url(standard_page(site_root, title="من نحن")) == ""


def test_an_editors_own_picture_is_the_card(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(site_root, social_image=picture())

    found = said(client.get(page.get_url()).content.decode())

    assert "fill-1200x630" not in found["og:image"]
    assert found["og:image"] != f"http://testserver{card_url(page)}"
    assert found["og:image:alt"] == "Two children read a poster at a market."


def test_a_long_title_ends_in_an_ellipsis_on_the_fourth_line() -> None:
    lines = lines_of("word " * 200, font=typeface(72, weight=750))

    assert len(lines) == 4
    assert lines[-1].endswith(" …")


def test_one_long_word_stands_alone() -> None:
    assert lines_of("x" * 300, font=typeface(72, weight=750)) == ["x" * 300]
