from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.decisions.rules import (
    CommitteeRule,
    FollowUpState,
    Fulfilment,
    Mark,
    Procedure,
    State,
    deadline,
    fulfilment,
    mark,
    median_days,
    working_days_after,
)

RULE = CommitteeRule(articles={})
SEAT = ZoneInfo("Europe/Zurich")
MONDAY = datetime(2026, 6, 8, 7, 0, tzinfo=UTC)


def test_silence_runs_for_working_days_and_ends_at_five_at_the_seat() -> None:
    found = deadline(Procedure.SILENCE, opened_at=MONDAY, rule=RULE, zone=SEAT)

    assert found == datetime(2026, 6, 15, 15, 0, tzinfo=UTC)


def test_a_written_procedure_runs_for_calendar_days() -> None:
    found = deadline(Procedure.WRITTEN, opened_at=MONDAY, rule=RULE, zone=SEAT)

    assert found == datetime(2026, 6, 15, 15, 0, tzinfo=UTC)


def test_the_day_of_opening_is_the_day_at_the_seat() -> None:
    late_at_night = datetime(2026, 6, 8, 22, 30, tzinfo=UTC)

    found = deadline(Procedure.WRITTEN, opened_at=late_at_night, rule=RULE, zone=SEAT)

    assert found == datetime(2026, 6, 16, 15, 0, tzinfo=UTC)


def test_a_meeting_has_no_deadline() -> None:
    assert deadline(Procedure.MEETING, opened_at=MONDAY, rule=RULE, zone=SEAT) is None


def test_a_friday_and_one_working_day_is_monday() -> None:
    assert working_days_after(date(2026, 6, 12), 1) == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("state", "done_on", "late"),
    [
        (FollowUpState.IN_HAND, None, 10),
        (FollowUpState.DONE, date(2026, 6, 4), 4),
        (FollowUpState.DONE, date(2026, 5, 30), 0),
        (FollowUpState.DROPPED, None, 0),
    ],
)
def test_late_counts_the_days_after_the_due_day(state: FollowUpState, done_on: date | None, late: int) -> None:
    found = fulfilment(state, due_on=date(2026, 5, 31), done_on=done_on, on=date(2026, 6, 10))

    assert found == Fulfilment(state=state, days_late=late)


def test_without_a_due_day_nothing_is_late() -> None:
    assert fulfilment(FollowUpState.IN_HAND, due_on=None, done_on=None, on=date(2026, 6, 10)).days_late == 0


@pytest.mark.parametrize(
    ("state", "carrying_out", "expected"),
    [
        (State.DRAFT, None, Mark.DRAFT),
        (State.OPEN, Fulfilment(state=FollowUpState.IN_HAND, days_late=3), Mark.OPEN),
        (State.TAKEN, None, Mark.DONE),
        (State.TAKEN, Fulfilment(state=FollowUpState.IN_HAND, days_late=0), Mark.IN_HAND),
        (State.TAKEN, Fulfilment(state=FollowUpState.IN_HAND, days_late=3), Mark.LATE),
        (State.TAKEN, Fulfilment(state=FollowUpState.DONE, days_late=3), Mark.DONE),
        (State.RATIFIED, Fulfilment(state=FollowUpState.IN_HAND, days_late=0), Mark.RATIFIED),
        (State.RATIFIED, Fulfilment(state=FollowUpState.IN_HAND, days_late=1), Mark.LATE),
        (State.LAPSED, Fulfilment(state=FollowUpState.IN_HAND, days_late=9), Mark.LAPSED),
    ],
)
def test_an_entry_is_marked_by_what_matters_most(state: State, carrying_out: Fulfilment | None, expected: Mark) -> None:
    assert mark(state, carrying_out) == expected


def test_the_median_is_the_lower_of_two_and_nothing_of_nothing() -> None:
    first = date(2026, 6, 1)

    assert median_days([(first, first + timedelta(days=n)) for n in (9, 2, 20, 4)]) == 4
    assert median_days([]) is None


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), days=st.integers(1, 60))
def test_law_working_days_end_on_a_working_day_and_take_at_least_as_long(day: date, days: int) -> None:
    end = working_days_after(day, days)

    assert end.weekday() < 5
    assert timedelta(days=days) <= end - day <= timedelta(days=days * 7 // 5 + 3)
