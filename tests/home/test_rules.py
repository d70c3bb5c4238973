from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.rules import Greeting, TimeLeft, Unit, greeting, time_left

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(5, Greeting.MORNING), (11, Greeting.MORNING), (12, Greeting.AFTERNOON), (18, Greeting.EVENING)],
)
def test_the_greeting_follows_the_readers_clock(hour: int, expected: Greeting) -> None:
    assert greeting(NOW.replace(hour=hour)) == expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(days=5, hours=23), TimeLeft(amount=5, unit=Unit.DAYS)),
        (timedelta(days=2), TimeLeft(amount=2, unit=Unit.DAYS)),
        (timedelta(days=1, hours=23), TimeLeft(amount=47, unit=Unit.HOURS)),
        (timedelta(minutes=59), TimeLeft(amount=59, unit=Unit.MINUTES)),
        (timedelta(hours=-3), TimeLeft(amount=0, unit=Unit.MINUTES)),
    ],
)
def test_time_left_is_its_largest_whole_unit(left: timedelta, expected: TimeLeft) -> None:
    assert time_left(NOW + left, now=NOW) == expected


@given(minutes=st.integers(0, 60 * 24 * 400))
def test_law_nobody_is_told_that_there_is_more_time_than_there_is(minutes: int) -> None:
    each = {Unit.MINUTES: timedelta(minutes=1), Unit.HOURS: timedelta(hours=1), Unit.DAYS: timedelta(days=1)}

    left = time_left(NOW + timedelta(minutes=minutes), now=NOW)

    assert left.amount * each[left.unit] <= timedelta(minutes=minutes)
