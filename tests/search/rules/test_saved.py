"""When a saved search is looked at again, and what may be counted of a question."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rules.questions import Query, Sort
from search.rules.saved import Frequency, next_look
from search.rules.sums import is_first_asking, mark_of, normalised

NAIROBI = ZoneInfo("Africa/Nairobi")
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 10 * 365 * 86_400).map(lambda seconds: FIRST + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("frequency", "moment", "looks"),
    [
        (Frequency.DAILY, datetime(2026, 6, 10, 6, 59, tzinfo=NAIROBI), datetime(2026, 6, 10, 7, 0, tzinfo=NAIROBI)),
        (Frequency.DAILY, datetime(2026, 6, 10, 7, 0, tzinfo=NAIROBI), datetime(2026, 6, 11, 7, 0, tzinfo=NAIROBI)),
        (Frequency.WEEKLY, datetime(2026, 6, 10, 7, 0, tzinfo=NAIROBI), datetime(2026, 6, 15, 7, 0, tzinfo=NAIROBI)),
        (Frequency.WEEKLY, datetime(2026, 6, 15, 6, 0, tzinfo=NAIROBI), datetime(2026, 6, 15, 7, 0, tzinfo=NAIROBI)),
        (Frequency.WEEKLY, datetime(2026, 6, 15, 7, 0, tzinfo=NAIROBI), datetime(2026, 6, 22, 7, 0, tzinfo=NAIROBI)),
        (Frequency.AT_ONCE, datetime(2026, 6, 10, 3, 0, tzinfo=NAIROBI), datetime(2026, 6, 10, 3, 0, tzinfo=NAIROBI)),
    ],
)
def test_mail_that_may_wait_comes_in_the_readers_morning(
    frequency: Frequency, moment: datetime, looks: datetime
) -> None:
    assert next_look(frequency, local=moment) == looks


@given(MOMENTS, st.sampled_from([Frequency.DAILY, Frequency.WEEKLY]))
def test_the_next_look_is_always_ahead_and_never_more_than_a_period_away(
    moment: datetime, frequency: Frequency
) -> None:
    ahead = next_look(frequency, local=moment) - moment

    assert timedelta(0) < ahead <= timedelta(days=1 if frequency is Frequency.DAILY else 7)


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("  Birth \t REGISTRATION ", "birth registration"),
        ("wen@kite.example", ""),
        ("+254 700 123 456", ""),
        ("born 12/03/2011", ""),
        ("article 12", "article 12"),
        ("a" * 101, ""),
        ("", ""),
    ],
)
def test_what_may_be_about_a_person_is_never_counted_by_its_words(typed: str, counted: str) -> None:
    assert normalised(typed) == counted


def test_the_same_words_have_another_mark_on_another_day() -> None:
    assert mark_of("budget", salt="monday") == mark_of("budget", salt="monday")
    assert mark_of("budget", salt="monday") != mark_of("budget", salt="tuesday")


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        (Query(text="budget"), True),
        (Query(text=""), False),
        (Query(text="budget", page=2), False),
        (Query(text="budget", sort=Sort.NEWEST), False),
        (Query(text="budget", filters={"theme": ("budgets",)}), False),
        (Query(text="budget", off=frozenset({"spelling"})), False),
    ],
)
def test_a_question_counts_when_it_is_first_asked(query: Query, counts: object) -> None:
    assert is_first_asking(query) is counts
