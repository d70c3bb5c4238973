"""What every template may use."""

from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from cms.languages import translated
from cms.languages.text import Said
from cms.templatetags import plenary
from tests.factories.network import harbour

KITE = translated(en="Kite", fr="Cerf-volant")


def shown(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_a_text_in_the_page_s_language_stands_as_it_is() -> None:
    with translation.override("fr"):
        assert shown("{% lang_text text %}", text=KITE) == "Cerf-volant"


def test_a_text_that_had_to_come_in_another_language_says_so() -> None:
    with translation.override("es"):
        assert shown("{% lang_text text %}", text=KITE) == '<span lang="en">Kite</span>'


@pytest.mark.parametrize(
    ("value", "seen"), [("plain", "plain"), (Said(text="", language="fr"), ""), ("<b>", "&lt;b&gt;")]
)
def test_plain_words_and_no_words_need_no_mark(value: object, seen: str) -> None:
    assert shown("{% lang_text text %}", text=value) == seen


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("en", "9 June 2026", "9 June 2026, 16:00"),
        ("fr", "9 juin 2026", "9 juin 2026, 16\xa0h\xa000"),
        ("es", "9 de junio de 2026", "9 de junio de 2026, 16:00"),
    ],
)
def test_days_and_moments_are_written_as_the_language_does(language: str, day: str, moment: str) -> None:
    with translation.override(language), timezone.override(ZoneInfo("Africa/Nairobi")):
        assert plenary.day(date(2026, 6, 9)) == day
        assert plenary.moment(datetime(2026, 6, 9, 13, 0, tzinfo=UTC)) == moment


def test_a_moment_s_day_is_the_reader_s() -> None:
    with timezone.override(ZoneInfo("Asia/Kathmandu")):
        assert plenary.day(datetime(2026, 6, 9, 20, 0, tzinfo=UTC)) == "10 June 2026"


def test_no_moment_is_no_words() -> None:
    assert (plenary.day(None), plenary.moment(None)) == ("", "")


def test_nothing_is_called_done_before_it_is() -> None:
    assert plenary.percent(Fraction(9999, 10000)) == 99


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("UTC", "UTC"),
        ("Africa/Nairobi", "Nairobi (UTC+3)"),
        ("Asia/Kathmandu", "Kathmandu (UTC+5:45)"),
        ("America/Bogota", "Bogotá (UTC−5)"),
    ],
)
def test_a_time_zone_is_said_by_its_city(zone: str, said: str) -> None:
    with timezone.override(ZoneInfo(zone)), translation.override("es"):
        assert plenary.reader_zone() == said.replace("Nairobi", "Nairobi")


def test_an_icon_is_decoration_for_who_listens() -> None:
    assert 'aria-hidden="true" focusable="false"' in shown('{% icon "lock" %}')


@pytest.mark.django_db
def test_the_house_s_mark_follows_the_colours_and_another_s_is_its_own() -> None:
    house = shown("{% mark %}")
    harbour()

    assert house.startswith('<svg class="mark"')
    assert shown("{% mark %}").startswith('<img class="mark" src="/theme/')
