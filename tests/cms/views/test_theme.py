"""The files that make an installation look like its network."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from cms.models.settings import NEW, Typeface, current_network
from tests.factories.network import HARBOUR_MARK, harbour
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
FOR_EVER = "public, max-age=31536000, immutable"


def test_the_house_s_looks_need_no_further_sheet(client: Client, site_root: SiteRoot) -> None:
    page = client.get("/en/").content.decode()

    assert "/theme/" not in page
    assert "img/mark.svg" in page


def test_another_network_has_its_sheet_and_its_mark(client: Client, site_root: SiteRoot) -> None:
    harbour()
    version = current_network().version

    page = client.get("/en/").content.decode()

    assert f'<link rel="stylesheet" href="/theme/{version}/theme.css">' in page
    assert f'<link rel="icon" href="/theme/{version}/mark.svg" type="image/svg+xml">' in page
    assert f'<img class="mark" src="/theme/{version}/mark.svg" alt="">' in page
    assert "atkinson" not in page


def test_the_sheet_holds_the_colours_and_the_typeface(client: Client) -> None:
    harbour()

    answer = client.get(reverse("theme", args=[current_network().version]))

    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == FOR_EVER
    assert "--paper:#f4f8fb;" in answer.content.decode()
    assert "--font:Charter," in answer.content.decode()


def test_a_page_from_before_a_change_gets_the_sheet_of_now_and_does_not_keep_it(client: Client) -> None:
    harbour()

    answer = client.get(reverse("theme", args=["older"]))

    assert answer["Cache-Control"] == "no-cache"
    assert "--paper:#f4f8fb;" in answer.content.decode()


def test_the_mark_is_given_out_and_may_run_nothing(client: Client) -> None:
    harbour()

    answer = client.get(reverse("theme-mark", args=[current_network().version]))

    assert answer.content == HARBOUR_MARK
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def test_a_typeface_of_its_own_stands_beside_its_sheet(client: Client) -> None:
    row = harbour()
    row.typeface = Typeface.OWN
    row.font = ContentFile(b"wOF2" + b"\0" * 40, name="own.woff2")
    row.full_clean()
    row.save()
    version = current_network().version

    sheet = client.get(reverse("theme", args=[version])).content.decode()
    font = client.get(reverse("theme-font", args=[version]))

    assert "src:url(font.woff2)" in sheet
    assert font.content == b"wOF2" + b"\0" * 40
    assert font["Content-Type"] == "font/woff2"


@pytest.mark.parametrize("name", ["theme-mark", "theme-font"])
def test_a_network_without_files_of_its_own_has_none(client: Client, name: str) -> None:
    assert client.get(reverse(name, args=[NEW.version])).status_code == 404


def test_the_admin_wears_the_band_s_colour(client: Client) -> None:
    harbour()

    answer = client.get(reverse("theme-admin", args=[current_network().version]))

    assert "--w-color-primary-hue:206.2;" in answer.content.decode()
