"""How a figure of the plan is written, and the first screen of it on the home page."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.numbers import format_decimal
from django import template

from cms.languages.text import site_language

register = template.Library()


@register.filter
def figure(value: Decimal | Fraction, unit: str = "") -> str:
    """`4.1`, `78 %`: at most one decimal, in the reader's language, a narrow space before the unit."""
    number = Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value
    written = _written(number, site_language())
    return f"{written}\u202f{unit}" if unit else written


@register.filter
def whole(value: Decimal | Fraction) -> str:
    """`3`: rounded down, as children are told figures: what is begun is not yet done."""
    return _written(Decimal(int(value)), site_language())


@lru_cache(maxsize=4096)
def _written(number: Decimal, language: str) -> str:
    """Kept: a plan says a hundred figures, and Babel reads its format anew for each."""
    return str(format_decimal(number, format="#,##0.#", locale=language))
