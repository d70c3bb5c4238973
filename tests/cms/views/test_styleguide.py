"""Every component in every state, outside production only."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
COMPONENTS = Path(__file__).parents[3] / "templates" / "components"
# The frame of every page, and what only Wagtail's admin or an account's form shows.
ELSEWHERE = {
    "entrance_field",
    "entrance_header",
    "footer",
    "header",
    "help",
    "letter_link",
    "members_header",
    "notices",
    "palette_widget",
    "picture",
    "slim_footer",
    "social",
    "translated_widget",
}


@pytest.mark.parametrize("address", ["/styleguide/", "/styleguide/dark.css"])
def test_production_has_no_style_guide(client: Client, settings: Settings, address: str) -> None:
    settings.STYLEGUIDE = False

    assert client.get(address).status_code == 404


def test_the_guide_shows_itself_dark_and_from_right_to_left(client: Client, site_root: SiteRoot) -> None:
    page = client.get("/styleguide/?scheme=dark&direction=rtl").content.decode()

    assert '<html lang="en" dir="rtl">' in page
    assert '<link rel="stylesheet" href="/styleguide/dark.css">' in page


def test_dark_colours_are_those_of_the_media_query(client: Client) -> None:
    css = client.get("/styleguide/dark.css").content.decode()

    assert css.startswith("@layer tokens{:root{color-scheme:dark;--paper:var(--d-paper);")


def test_a_component_that_the_guide_does_not_show_is_noticed(client: Client, site_root: SiteRoot) -> None:
    """Directly, or inside another component."""
    guide = "".join(file.read_text() for file in (COMPONENTS.parent / "styleguide").glob("*.html"))
    shown = set(re.findall(r"components/(\w+)\.html", guide)) | set(re.findall(r"{% (crumbs|tabs) ", guide))
    inside = {name for one in shown for name in re.findall(r"components/(\w+)\.html", component(one))}

    missing = {file.stem for file in COMPONENTS.glob("*.html")} - shown - inside - ELSEWHERE - {"brand", "languages"}

    assert client.get("/styleguide/").status_code == 200
    assert missing == set()


def component(name: str) -> str:
    return (COMPONENTS / f"{name}.html").read_text()
