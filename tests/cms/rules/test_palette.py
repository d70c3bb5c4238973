"""Which colours a network may have, and the sheets that they make."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cms.rules.palette import HOUSE, ROLES, Palette, Scheme, Weakness, admin_sheet, colour_sheet

SHEET = Path(__file__).parents[3] / "cms" / "static" / "css" / "plenary.css"
COLOURS = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_every_text_of_the_house_can_be_read() -> None:
    assert Palette.read({}).weaknesses() == []


def test_the_house_s_colours_are_those_of_its_sheet() -> None:
    css = SHEET.read_text().split("@media")[0]
    declared = dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{6})", css))

    assert {role: declared[role] for role in ROLES} == HOUSE[Scheme.LIGHT]
    assert {role: declared[f"d-{role}"] for role in ROLES} == HOUSE[Scheme.DARK]


def test_a_role_that_is_left_out_stays_the_house_s() -> None:
    palette = Palette.read({"light": {"ink": "#000000"}})

    assert palette.light == {**HOUSE[Scheme.LIGHT], "ink": "#000000"}
    assert palette.dark == HOUSE[Scheme.DARK]


def test_a_text_too_near_to_its_ground_is_named_with_both() -> None:
    weak = Palette.read({"light": {"soft": "#8a8f91"}}).weaknesses()

    assert [(one.scheme, one.over, one.under, one.needed) for one in weak] == [
        (Scheme.LIGHT, "soft", "paper", 4.5),
        (Scheme.LIGHT, "soft", "raised", 4.5),
        (Scheme.LIGHT, "soft", "sunk", 4.5),
    ]
    assert all(one.ratio < 3.5 for one in weak)


def test_a_border_needs_less_than_a_text() -> None:
    assert Palette.read({"light": {"edge": "#7f8488"}}).weaknesses() == []
    assert Palette.read({"light": {"edge": "#c0c0c0"}}).weaknesses() != []


def test_the_band_is_written_on_in_the_ink_of_dark_screens() -> None:
    weak = Palette.read({"light": {"band": "#e0e0e0"}}).weaknesses()

    assert [(one.over, one.under) for one in weak] == [("ink", "band"), ("soft", "band")]


@given(st.dictionaries(st.sampled_from(ROLES), COLOURS))
def test_no_palette_that_passes_holds_a_text_below_its_figure(light: dict[str, str]) -> None:
    weak = Palette.read({"light": light}).weaknesses()

    assert all(isinstance(one, Weakness) and one.ratio < one.needed for one in weak)


def test_the_sheet_leaves_dark_screens_their_own_list() -> None:
    sheet = colour_sheet(Palette.read({"light": {"paper": "#ffffff"}, "dark": {"paper": "#000000"}}))

    assert sheet.startswith("@layer tokens{:root{--d-paper:#000000;")
    assert "@media not (prefers-color-scheme:dark){:root{--paper:#ffffff;" in sheet


def test_the_admin_gets_its_three_colours_from_the_palette() -> None:
    assert admin_sheet(Palette.read({})) == (
        ":root{--w-color-primary-hue:198.5;--w-color-primary-saturation:20%;--w-color-primary-lightness:12.7%;"
        "--w-color-secondary-hue:188;--w-color-secondary-saturation:81.5%;--w-color-secondary-lightness:23.3%;"
        "--w-color-focus:#cb4417}\n"
        ".w-theme-dark{--w-color-text-link-default:#6cc5cf;--w-color-text-button-outline-default:#6cc5cf}\n"
        "@media (prefers-color-scheme:dark){.w-theme-system{--w-color-text-link-default:#6cc5cf;"
        "--w-color-text-button-outline-default:#6cc5cf}}\n"
    )
