"""Every component in every state, outside production only."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
COMPONENTS = Path(__file__).parents[3] / "templates" / "components"
# What only Wagtail's admin shows, and the head of a page that is shared.
ELSEWHERE = {"palette_widget", "social", "translated_widget"}
STATES = {
    "field": [
        'value="Budget 2027" class="in"',
        'class="in is-focus"',
        'disabled id="field_number"',
        '<select name="choice" class="in"',
        '<textarea name="text"',
        'id="id_start_error"',
    ],
    "entrance_field": ['id="entrance_email_error"', 'id="entrance_code_helptext"', 'id="entrance_stay"'],
    "letter_link": ['<a class="b" href="/styleguide/">'],
    "notices": ['class="note ok" role="status"', 'class="note warn" role="status"', 'class="note bad" role="alert"'],
    "help": ['<section class="cando" id="help"'],
    "header": ['<header class="top">', 'aria-label="Main"'],
    "footer": ['<footer class="foot band">'],
    "languages": ['hreflang="en" aria-current="true"', 'hreflang="fr"'],
    "button": ['class="btn is-hover"', 'class="btn is-focus"', 'aria-describedby="whynot"'],
    "picture": [
        'alt="The kite of the network." fetchpriority="high" height="480" loading="eager"',
        'alt="The kite, further down." decoding="async" height="480" loading="lazy"',
        'alt="" decoding="async"',
        'alt="This picture was withdrawn."',
        '<div class="offpaper"> <picture>',
    ],
    "unprinted": ['<p class="onpaper small soft">Picture: The kite, on the screen only. (It is not printed.'],
    "tag": ['class="tag ok"', 'class="tag warn"', 'class="tag bad"', 'class="tag off"'],
}
FRAMES = {
    "members": ['<body class="app">', "<summary>Teodora</summary>", '<footer class="foot slimfoot">'],
    "entrance": ["Back to the public site", '<footer class="foot slimfoot">'],
}


@pytest.mark.parametrize("component", STATES)
def test_a_component_stands_there_in_each_of_its_states(client: Client, site_root: SiteRoot, component: str) -> None:
    page = " ".join(client.get("/styleguide/").content.decode().split())

    assert [mark for mark in STATES[component] if mark not in page] == []


@pytest.mark.parametrize("frame", FRAMES)
def test_the_guide_wears_each_frame(client: Client, site_root: SiteRoot, frame: str) -> None:
    page = client.get("/styleguide/", {"frame": frame}).content.decode()

    assert [mark for mark in FRAMES[frame] if mark not in page] == []
    assert 'aria-label="Main"' not in page


@pytest.mark.parametrize("frame", ["public", *FRAMES])
def test_no_two_things_in_the_guide_have_one_id(client: Client, site_root: SiteRoot, frame: str) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get("/styleguide/", {"frame": frame}).content.decode())

    assert {one for one in ids if ids.count(one) > 1} == set()


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

    missing = {file.stem for file in COMPONENTS.glob("*.html")} - shown - inside - ELSEWHERE

    assert client.get("/styleguide/").status_code == 200
    assert missing == set()


def component(name: str) -> str:
    return (COMPONENTS / f"{name}.html").read_text()
