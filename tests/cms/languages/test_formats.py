"""Days, moments and numbers as each language writes them; cells that a spreadsheet does not run."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cms.languages.countries import country_name, is_country
from cms.languages.formats import format_day, format_moment, format_number, spreadsheet_cell

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "10 June 2026"), ("fr", "10 juin 2026"), ("es", "10 de junio de 2026")]
)
def test_a_day_is_written_out(language: str, said: str) -> None:
    assert format_day(date(2026, 6, 10), language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "10 June 2026, 12:00"), ("fr", "10 juin 2026, 12 h 00"), ("es", "10 de junio de 2026, 12:00")],
)
def test_a_moment_has_its_hour(language: str, said: str) -> None:
    assert format_moment(NOON, language, UTC) == said


def test_a_moment_is_said_in_the_readers_zone_unless_another_is_given() -> None:
    with timezone.override("Asia/Kathmandu"):
        assert format_moment(NOON, "en") == "10 June 2026, 17:45"
        assert format_moment(NOON, "en", ZoneInfo("America/Asuncion")) == "10 June 2026, 09:00"


@pytest.mark.parametrize(("language", "said"), [("en", "12,345"), ("fr", "12\u202f345"), ("es", "12.345")])
def test_thousands_are_parted(language: str, said: str) -> None:
    assert format_number(12345, language) == said


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_disarmed(text: str) -> None:
    assert spreadsheet_cell(text) == f"'{text}"


@given(st.text())
def test_no_cell_begins_like_a_formula_and_no_word_is_lost(text: str) -> None:
    cell = spreadsheet_cell(text)

    assert cell[:1] not in set("=+-@\t\r")
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


@given(st.text(max_size=4), st.sampled_from(["en", "fr", "es"]))
def test_a_code_that_nobody_knows_comes_back_as_it_is(code: str, language: str) -> None:
    assert country_name(code, language) or code == ""


@pytest.mark.parametrize("code", ["TG", "ke", "PY"])
def test_a_country_is_one_of_iso_3166(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "", "T", "T1", "Togo"])
def test_what_only_looks_like_a_country_is_none(code: str) -> None:
    assert not is_country(code)


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    first, second = date(2026, 11, 1), date(2026, 11, 2)
    moment = datetime(2026, 11, 1, 9, 5, tzinfo=UTC)

    assert [format_day(day, "fr") for day in (first, second)] == ["1er novembre 2026", "2 novembre 2026"]
    assert format_moment(moment, "fr", UTC).startswith("1er novembre 2026, 09")
    assert [format_day(first, language) for language in ("en", "es")] == ["1 November 2026", "1 de noviembre de 2026"]
