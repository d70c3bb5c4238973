from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.steps import Known, Missing, end_of, missing, notice_by
from governance.assembly.rules.words import State

OPENS = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
READY = Known(
    state=State.DRAFT,
    opens_at=OPENS,
    record_on=date(2026, 5, 11),
    notice_days=60,
    items=1,
    minuted_at=OPENS,
    objection_days=14,
    challenge_days=30,
)
LATE = OPENS + timedelta(days=365)


def in_state(state: State, **known: int) -> Known:
    return replace(READY, state=state, **known)  # type: ignore[arg-type] # figures alone


def test_the_notice_goes_out_so_many_days_before_the_opening() -> None:
    assert notice_by(OPENS, days=60) == date(2026, 4, 11)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [(datetime(2026, 4, 11, 23, 59, tzinfo=UTC), ()), (datetime(2026, 4, 12, 0, 0, tzinfo=UTC), (Missing.NOTICE,))],
)
def test_the_last_day_of_the_notice_is_in_time_to_its_end(sent: datetime, expected: tuple[Missing, ...]) -> None:
    assert missing(READY, now=sent) == expected


def test_a_draft_lacks_an_agenda_and_seats_before_anything_else() -> None:
    empty = in_state(State.DRAFT, items=0, elections_without_seats=2)

    assert missing(empty, now=OPENS) == (Missing.AGENDA, Missing.SEATS, Missing.NOTICE)


def test_the_roll_is_frozen_from_the_record_date_on() -> None:
    convened = in_state(State.CONVENED)

    assert missing(convened, now=datetime(2026, 5, 10, 23, 59, tzinfo=UTC)) == (Missing.RECORD_DAY,)
    assert missing(convened, now=datetime(2026, 5, 11, 0, 0, tzinfo=UTC)) == ()


def test_a_meeting_opens_at_its_hour_and_with_every_objection_answered() -> None:
    early = OPENS - timedelta(seconds=1)

    assert missing(in_state(State.FROZEN), now=early) == (Missing.OPENING,)
    assert missing(in_state(State.FROZEN), now=OPENS) == ()
    assert missing(in_state(State.FROZEN, roll_objections=1), now=OPENS) == (Missing.ROLL_OBJECTIONS,)


def test_a_meeting_does_not_close_over_an_open_ballot() -> None:
    assert missing(in_state(State.OPEN, open_ballots=1), now=OPENS) == (Missing.OPEN_BALLOTS,)


def test_a_meeting_is_final_once_nobody_can_object_any_more() -> None:
    minuted = in_state(State.MINUTED)

    assert missing(minuted, now=OPENS + timedelta(days=13)) == (Missing.MINUTES_TIME, Missing.CHALLENGE_TIME)
    assert missing(minuted, now=OPENS + timedelta(days=14)) == (Missing.CHALLENGE_TIME,)
    assert missing(minuted, now=OPENS + timedelta(days=30)) == ()


def test_what_members_objected_to_has_an_answer_before_the_end() -> None:
    waiting = in_state(State.MINUTED, unsigned_ballots=1, minutes_objections=1, challenges=1)

    assert missing(waiting, now=LATE) == (Missing.SIGNATURES, Missing.MINUTES_OBJECTIONS, Missing.CHALLENGES)


@pytest.mark.parametrize("state", [State.CLOSED, State.FINAL])
def test_nothing_is_missing_where_only_words_are_to_be_written(state: State) -> None:
    assert missing(in_state(state, items=0, open_ballots=3), now=OPENS) == ()


@given(st.sampled_from(State), st.integers(0, 900), st.integers(0, 900))
def test_waiting_never_makes_more_missing_but_for_the_notice(state: State, sooner: int, later: int) -> None:
    known, first = in_state(state), OPENS - timedelta(days=400)
    before = missing(known, now=first + timedelta(days=sooner))
    after = missing(known, now=first + timedelta(days=sooner + later))

    assert set(after) - {Missing.NOTICE} <= set(before)


@given(st.integers(0, 20_000).map(lambda hours: OPENS + timedelta(hours=hours)), st.integers(0, 90))
def test_a_window_is_as_long_as_the_statutes_say(minuted_at: datetime, days: int) -> None:
    assert end_of(minuted_at, days=days) - minuted_at == timedelta(days=days)
