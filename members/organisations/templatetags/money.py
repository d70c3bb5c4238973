from decimal import Decimal

from babel.numbers import format_currency
from django import template

from cms.languages.text import site_language

register = template.Library()


@register.filter
def money(amount: int, currency: str) -> str:
    """CHF 600.00 as the reader's language writes it; `amount` in the smallest unit."""
    said = str(format_currency(Decimal(amount) / 100, currency, locale=site_language()))
    # English has a sign for few currencies, and Babel sets none apart that has only its code.
    return f"{currency}\N{NO-BREAK SPACE}{said.removeprefix(currency)}" if said.startswith(currency) else said
