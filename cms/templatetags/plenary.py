"""What every template may use: text in the reader's language, dates as that language writes them, icons."""

from datetime import date, datetime, timedelta
from fractions import Fraction

from babel.dates import get_timezone_location
from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.languages.countries import country_name as name_of_country
from cms.languages.fields import understood
from cms.languages.formats import format_day, format_moment, format_number, format_size, format_weekday, in_digits_of
from cms.languages.text import Said, TranslatedText, direction_of, site_language
from cms.models.settings import Network, current_network

register = template.Library()

# Paths on a square of 16: from the guide's mock-ups.
ICONS = {
    "search": "M7 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm4 9.5 4.5 4.5",
    "for": "M2 8.5 6.5 13 14 3.5",
    "against": "m3 3 10 10M13 3 3 13",
    "abstain": "M2 8h12",
    "lock": "M3 7.5h10v7H3zM5 7.5V5a3 3 0 0 1 6 0v2.5",
    "save": "M8 1.5v9M4 7l4 4 4-4M2 14.5h12",
    "print": "M4 6V1.5h8V6M4 12H1.5V6h13v6H12M4 9.5h8v5H4z",
    "key": "M10 1.5a4.5 4.5 0 1 1-3 7.8L2 14.5v-2.7l4-4A4.5 4.5 0 0 1 10 1.5",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    return format_html(
        '<svg class="ic" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        ICONS[name],
    )


@register.simple_tag
def lang_text(value: TranslatedText | Said | str) -> SafeString | str:
    """The text in the page's language; marked with its own language where it had to come in another one."""
    if isinstance(value, str):
        return value
    language = site_language()
    said = value if isinstance(value, Said) else understood(value).said(language)
    if said.language == language or not said.text:
        return said.text
    here, there = direction_of(language), direction_of(said.language)
    if here == there:
        return format_html('<span lang="{}">{}</span>', said.language, said.text)
    return format_html('<span lang="{}" dir="{}">{}</span>', said.language, there, said.text)


@register.filter
def day(value: date | datetime | None) -> str:
    """9 June 2026, in the reader's language and time zone."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return format_day(value, site_language())


@register.filter
def weekday(value: datetime) -> str:
    """Monday, in the reader's language and time zone."""
    return format_weekday(timezone.localtime(value).date(), site_language())


@register.filter
def moment(value: datetime | None) -> str:
    """9 June 2026, 16:00, in the reader's language and time zone."""
    return "" if value is None else format_moment(value, site_language()).replace(" h ", "\u00a0h\u00a0")


@register.simple_tag
def reader_zone() -> str:
    """The reader's time zone by its city, and how far from UTC it is today: Nairobi (UTC+3)."""
    zone = timezone.get_current_timezone()
    minutes = int((timezone.now().astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    city = get_timezone_location(zone, locale=site_language(), return_city=True)
    return f"{city} (UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''})"


@register.filter
def number(value: int) -> str:
    return format_number(value, site_language())


@register.filter
def file_size(size: int) -> str:
    return format_size(size, site_language())


@register.filter
def digits(value: object) -> str:
    """As the page's language writes them: years, ordinals and what else is no amount."""
    return in_digits_of(site_language(), str(value))


@register.filter
def country_name(code: str) -> str:
    return name_of_country(code, site_language())


@register.filter
def percent(share: Fraction) -> int:
    """A share between 0 and 1 as whole per cent, rounded down: nothing is called done before it is."""
    return int(share * 100)


@register.simple_tag
def network() -> Network:
    """Name, mark and looks of the network: `{% network as network %}`. document.html has asked for every page."""
    return current_network()


@register.simple_tag
def mark() -> SafeString:
    """The network's own mark; else the house's, drawn so that its colours follow the theme."""
    ours = current_network()
    if ours.mark:
        return format_html('<img class="mark" src="{}" alt="">', reverse("theme-mark", args=[ours.version]))
    return mark_safe(
        '<svg class="mark" viewBox="0 0 40 56" width="40" height="56" aria-hidden="true" focusable="false">'
        '<polygon class="k1" points="19.25,.9 19.25,17.25 1.1,17.25"/>'
        '<polygon class="k2" points="20.75,.9 38.9,17.25 20.75,17.25"/>'
        '<polygon class="k3" points="20.75,18.75 38.9,18.75 20.75,54.2"/>'
        '<polygon class="k4" points="19.25,18.75 19.25,54.2 1.1,18.75"/></svg>'
    )
