"""The shapes of the plan's figures, as the points and paths of SVG. Decimal, so that two machines draw the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# The kite on its square of 40 by 56: for each facet its inner corner and its two outer ones.
FACETS = {
    1: (("19.25", "17.25"), ("19.25", ".9"), ("1.1", "17.25")),
    2: (("20.75", "17.25"), ("20.75", ".9"), ("38.9", "17.25")),
    3: (("20.75", "18.75"), ("38.9", "18.75"), ("20.75", "54.2")),
    4: (("19.25", "18.75"), ("19.25", "54.2"), ("1.1", "18.75")),
}
MOST_DOTS = 10
DOT_STEP = 26
CENT = Decimal("0.01")


def facet(number: int, share: Fraction) -> str:
    """The part of a facet whose area is `share` of it, grown from the kite's middle: so its sides by the root."""
    inner, *outer = ((Decimal(x), Decimal(y)) for x, y in FACETS[number])
    scale = (Decimal(share.numerator) / Decimal(share.denominator)).sqrt()
    grown = [(inner[0] + (x - inner[0]) * scale, inner[1] + (y - inner[1]) * scale) for x, y in outer]
    return " ".join(f"{x.quantize(CENT)},{y.quantize(CENT)}" for x, y in (inner, *grown))


@dataclass(frozen=True, kw_only=True)
class Spark:
    """A small curve on 100 by 30: the path of the values, and the height of the target."""

    path: str
    goal: str


def spark(values: Sequence[Fraction], *, target: Fraction) -> Spark:
    """Values from the oldest to the latest, at equal steps; one value draws a flat line."""
    drawn = [*values, *values] if len(values) == 1 else list(values)
    low, high = min(*drawn, target), max(*drawn, target)
    step = Fraction(100, max(len(drawn) - 1, 1))
    points = [f"{_point(step * n)} {_height(value, low=low, high=high)}" for n, value in enumerate(drawn)]
    return Spark(path="M" + " L".join(points), goal=f"M0 {_height(target, low=low, high=high)}H100")


@dataclass(frozen=True, kw_only=True)
class Dot:
    x: int
    filled: bool


def dots(value: Fraction, target: Fraction) -> list[Dot]:
    """At most ten little kites; filled are those that are wholly done, nothing is drawn before it is."""
    many = max(1, min(MOST_DOTS, int(target)))
    share = min(max(value / target, Fraction(0)), Fraction(1)) if target > 0 else Fraction(0)
    return [Dot(x=n * DOT_STEP, filled=n < int(share * many)) for n in range(many)]


def _height(value: Fraction, *, low: Fraction, high: Fraction) -> str:
    share = (value - low) / (high - low) if high > low else Fraction(1)
    return _point(28 - 26 * share)


def _point(number: Fraction) -> str:
    return str((Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.1")))
