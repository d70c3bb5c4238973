"""Dates, times and numbers as each language writes them (face.md, "Voice")."""

from datetime import date, datetime, tzinfo
from functools import lru_cache
from math import ceil

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from django.utils import timezone

STEP = 1024  # of one unit of size to the next
UNBROKEN, NARROW = "\u00a0", "\u202f"
DAY = {"en": "d MMMM y", "fr": "d MMMM y", "es": "d 'de' MMMM 'de' y", "ar": "d MMMM y"}
MOMENT = {
    "en": "d MMMM y, HH:mm",
    "fr": "d MMMM y, HH 'h' mm",
    "es": "d 'de' MMMM 'de' y, HH:mm",
    "ar": "d MMMM y، HH:mm",
}
SIZES = {
    "en": ("KB", "MB", "GB"),
    "fr": ("Ko", "Mo", "Go"),
    "ar": ("كيلوبايت", "ميغابايت", "غيغابايت"),
}
# Babel writes European digits whatever the language (a number's own only when asked, a date's never).
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "ur": "۰۱۲۳۴۵۶۷۸۹", "bn": "০১২৩৪৫৬৭৮৯", "ne": "०१२३४५६७८९"}
OWN_DIGITS = {language: str.maketrans("0123456789", digits) for language, digits in DIGITS.items()}


def in_digits_of(language: str, text: str) -> str:
    """The text with every digit as the language writes it."""
    return text.translate(OWN_DIGITS.get(language, {}))


@lru_cache(maxsize=4096)
def format_day(day: date, language: str) -> str:
    """Kept: a page says thirty dates, and Babel reads its pattern anew for each."""
    return in_digits_of(language, str(format_date(day, pattern(DAY, day, language), locale=language)))


def pattern(patterns: dict[str, str], day: date, language: str) -> str:
    """French writes 1er novembre and 2 novembre; the CLDR has one pattern for both."""
    found = patterns.get(language, "long")
    return found.replace("d MMMM", "d'er' MMMM") if language == "fr" and day.day == 1 else found


def format_weekday(day: date, language: str) -> str:
    return str(format_date(day, "EEEE", locale=language))


def format_moment(moment: datetime, language: str, zone: tzinfo | None = None) -> str:
    """In `zone`, or in the reader's own when none is given."""
    local = moment.astimezone(zone or timezone.get_current_timezone())
    return in_digits_of(language, str(format_datetime(local, pattern(MOMENT, local, language), locale=language)))


def format_number(number: int, language: str) -> str:
    return str(format_decimal(number, locale=language, numbering_system="arab" if language == "ar" else "latn"))


def format_size(size: int, language: str) -> str:
    """Of a file, from bytes: whole kilobytes (of 1,024 bytes) rounded up, from a megabyte on one decimal."""
    units = SIZES.get(language, SIZES["en"])
    amount, unit = float(max(1, ceil(size / STEP))), 0
    while amount >= STEP and unit < len(units) - 1:
        unit += 1
        amount = size / STEP ** (unit + 1)
    numbering = "arab" if language == "ar" else "latn"
    number = format_decimal(amount, format="#,##0.#", locale=language, numbering_system=numbering)
    return f"{in_digits_of(language, str(number))}{NARROW if language == 'fr' else UNBROKEN}{units[unit]}"


def spreadsheet_cell(text: str) -> str:
    """A spreadsheet runs what begins like a formula; a quote before it makes it words again."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
