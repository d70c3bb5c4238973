"""Country names in the reader's language, from the CLDR that Babel carries."""

from functools import cache

from babel import Locale
from django.conf import settings

from cms.languages.text import TranslatedText

# Two letters that the CLDR names and that are no country: the European Union, the Eurozone, the United Nations, and
# what stands for the unknown.
NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}


@cache
def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


def country_name(code: str, language: str) -> str:
    """`code` is ISO 3166-1 alpha-2; an unknown one comes back as it is."""
    return _territories(language).get(code.upper(), code)


def named_everywhere(label: TranslatedText, code: str) -> TranslatedText:
    """The label of a country, with the CLDR's name in each content language that it has none in."""
    names = {language: country_name(code, language) for language, _name in settings.LANGUAGES}
    return TranslatedText(texts={**names, **label.texts}, prevails=label.prevails)


def is_country(code: str) -> bool:
    """Whether it is a code of two letters that ISO 3166-1 gives to a country today."""
    return len(code) == 2 and code.isalpha() and code.upper() in _territories("en") and code.upper() not in NO_COUNTRY
