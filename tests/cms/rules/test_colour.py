"""Colours as WCAG counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.rules.colour import Colour, NoColour, contrast

WRITTEN = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1a2327", "#faf6ef", 14.84)],
)
def test_contrast_is_what_the_recommendation_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(WRITTEN, WRITTEN)
def test_contrast_does_not_ask_which_is_the_text(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@pytest.mark.parametrize("written", ["", "red", "#fff", "#12345g", "1a2327", "#1A2327", "#1a2327 "])
def test_anything_else_is_no_colour(written: str) -> None:
    with pytest.raises(NoColour):
        Colour.read(written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("#1a2327", (198.5, 20.0, 12.7)),
        ("#0b5f6c", (188.0, 81.5, 23.3)),
        ("#808080", (0.0, 0.0, 50.2)),
        ("#ff0000", (0.0, 100.0, 50.0)),
        ("#00ff00", (120.0, 100.0, 50.0)),
    ],
)
def test_hue_saturation_and_lightness_are_as_wagtail_takes_them(written: str, said: tuple[float, float, float]) -> None:
    assert Colour.read(written).hue_saturation_lightness == said
