"""Country names in the reader's language, from the CLDR that Babel carries."""

from functools import cache

from babel import Locale


@cache
def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


def country_name(code: str, language: str) -> str:
    """`code` is ISO 3166-1 alpha-2; an unknown one comes back as it is."""
    return _territories(language).get(code.upper(), code)
