"""An issue wears the colours of the network that sends it, and runs as its language does."""

import re

import pytest

from cms.rules.palette import HOUSE, Scheme
from members.bulletin.notices import rendered
from tests.factories.bulletin import complete_issue
from tests.factories.network import HARBOUR_PALETTE, harbour

pytestmark = pytest.mark.django_db

COLOUR = re.compile(r"#[0-9a-f]{6}\b", re.I)
KITE = {colour for scheme in Scheme for colour in HOUSE[scheme].values()}


def colours_in(html: str) -> set[str]:
    return {colour.lower() for colour in COLOUR.findall(html)}


def dark_of_harbour() -> dict[str, str]:
    """Harbour's grounds, and on them colours that nobody else has instead of the house's."""
    written = {role: f"#fff{number:02x}a" for number, role in enumerate(HOUSE[Scheme.DARK], start=0xC0)}
    return {**written, **HARBOUR_PALETTE["dark"]}


def test_an_issue_wears_the_house_s_colours_while_there_are_no_others() -> None:
    light = HOUSE[Scheme.LIGHT]

    html = rendered(complete_issue(), language="en").html

    assert f"background: {light['paper']}" in html
    assert {light[role] for role in ("ink", "soft", "edge", "f1-fill", "f2-fill", "f3-fill", "f4-fill")} < colours_in(
        html
    )
    assert colours_in(html) <= KITE


def test_an_issue_wears_another_network_s_colours_and_none_of_the_house_s() -> None:
    light, dark = HARBOUR_PALETTE["light"], dark_of_harbour()
    harbour(palette={"light": light, "dark": dark})

    html = rendered(complete_issue(), language="en").html

    worn = {colours[role] for colours in (light, dark) for role in ("paper", "ink", "soft", "edge")}
    assert worn <= colours_in(html)
    assert colours_in(html) & KITE == set()
    assert "<svg" not in html


def test_the_kite_of_a_network_without_a_mark_follows_its_colours() -> None:
    light, dark = HARBOUR_PALETTE["light"], dark_of_harbour()
    harbour(palette={"light": light, "dark": dark}, mark="")

    html = rendered(complete_issue(), language="en").html

    facets = {colours[f"f{number}-fill"] for colours in (light, dark) for number in (1, 2, 3, 4)}
    assert facets <= colours_in(html)
    assert colours_in(html) & KITE == set()


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_an_issue_runs_as_its_language_does(language: str, direction: str) -> None:
    html = rendered(complete_issue(), language=language).html

    assert f'<html lang="{language}" dir="{direction}"' in html
