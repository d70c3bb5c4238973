"""Days, moments and numbers as each language writes them; cells that a spreadsheet does not run."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cms.languages.countries import country_name, is_country
from cms.languages.formats import format_day, format_moment, format_number, format_size, spreadsheet_cell

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


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "1 KB"),
        (109, "1 KB"),
        (1024, "1 KB"),
        (1025, "2 KB"),
        (1023 * 1024, "1,023 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1_500_000, "1.4 MB"),
        (5 * 1024**3, "5 GB"),
        (5000 * 1024**3, "5,000 GB"),
    ],
)
def test_a_file_is_never_smaller_than_a_kilobyte_and_has_no_more_figures_than_people_read(size: int, said: str) -> None:
    assert format_size(size, "en") == said.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1.4\u00a0MB"),
        ("fr", "1,4\u202fMo"),
        ("es", "1,4\u00a0MB"),
        ("ar", "١٫٤\u00a0ميغابايت"),
        ("pt", "1,4\u00a0MB"),
    ],
)
def test_a_size_is_in_the_units_and_figures_of_the_language(language: str, said: str) -> None:
    assert format_size(1_500_000, language) == said


@given(st.integers(min_value=0, max_value=2**50), st.integers(min_value=0, max_value=2**50))
def test_the_larger_file_is_never_said_to_be_the_smaller(one: int, other: int) -> None:
    def amount(size: int) -> float:
        figure, unit = format_size(size, "en").split("\u00a0")
        return float(figure.replace(",", "")) * 1024 ** ("KB", "MB", "GB").index(unit)

    small, large = sorted([one, other])

    assert amount(small) <= amount(large)


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
