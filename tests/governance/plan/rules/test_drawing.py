from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.plan.rules.drawing import Dot, Spark, dots, facet, spark

shares = st.fractions(0, 1, max_denominator=500)


def area(points: str) -> Fraction:
    (ax, ay), (bx, by), (cx, cy) = (map(Fraction, point.split(",")) for point in points.split())
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def test_a_facet_is_drawn_as_in_the_mock_up() -> None:
    assert facet(1, Fraction(58, 100)) == "19.25,17.25 19.25,4.80 5.43,17.25"
    assert facet(4, Fraction(71, 100)) == "19.25,18.75 19.25,48.62 3.96,18.75"


@given(share=shares, number=st.integers(1, 4))
def test_law_the_area_of_a_facet_is_the_way_done(share: Fraction, number: int) -> None:
    whole = area(facet(number, Fraction(1)))

    assert abs(area(facet(number, share)) - whole * share) <= whole / 200


def test_a_curve_climbs_towards_its_target() -> None:
    found = spark([Fraction(1), Fraction(1), Fraction(4)], target=Fraction(9))

    assert found == Spark(path="M0.0 28.0 L50.0 28.0 L100.0 18.2", goal="M0 2.0H100")


def test_a_curve_that_falls_has_its_target_below() -> None:
    found = spark([Fraction(16), Fraction(9)], target=Fraction(7))

    assert found.goal == "M0 28.0H100"


def test_one_value_draws_a_flat_line() -> None:
    assert spark([Fraction(3)], target=Fraction(3)).path == "M0.0 2.0 L100.0 2.0"


@pytest.mark.parametrize(("value", "target", "filled", "drawn"), [(4, 9, 4, 9), (41, 60, 6, 10), (78, 85, 9, 10)])
def test_dots_are_at_most_ten_and_filled_when_wholly_done(value: int, target: int, filled: int, drawn: int) -> None:
    found = dots(Fraction(value), Fraction(target))

    assert (sum(dot.filled for dot in found), len(found)) == (filled, drawn)
    assert found[1] == Dot(x=26, filled=True)


def test_a_target_of_nothing_fills_nothing() -> None:
    assert dots(Fraction(3), Fraction(0)) == [Dot(x=0, filled=False)]
