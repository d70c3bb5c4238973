"""Deadlines and lateness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from statistics import median_low

from governance.decisions.rules.counting import CommitteeRule
from governance.decisions.rules.words import FollowUpState, Procedure, State

CLOSES_AT = time(17, 0)
REMINDED_BEFORE = timedelta(days=2)
SATURDAY = 5


def working_days_after(day: date, days: int) -> date:
    """The day on which that many working days (Monday to Friday) have passed since `day`."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def deadline(procedure: Procedure, *, opened_at: datetime, rule: CommitteeRule, zone: tzinfo) -> datetime | None:
    """Until when members may answer: 17:00 at the body's seat on the last day; None in a meeting."""
    opened_on = opened_at.astimezone(zone).date()
    if procedure == Procedure.MEETING:
        return None
    if procedure == Procedure.SILENCE:
        last = working_days_after(opened_on, rule.silence_days)
    else:
        last = opened_on + timedelta(days=rule.written_days)
    return datetime.combine(last, CLOSES_AT, tzinfo=zone)


def remind_at(*, opened_at: datetime, deadline_at: datetime) -> datetime:
    """From when those who have not answered are reminded: two days before the end, never in the first half."""
    return max(deadline_at - REMINDED_BEFORE, opened_at + (deadline_at - opened_at) / 2)


@dataclass(frozen=True, kw_only=True)
class Fulfilment:
    """How far the carrying out is: what it is called, and the days that it is late (0 when it is not)."""

    state: FollowUpState
    days_late: int

    @property
    def is_late(self) -> bool:
        return self.days_late > 0 and self.state == FollowUpState.IN_HAND


def fulfilment(state: FollowUpState, *, due_on: date | None, done_on: date | None, on: date) -> Fulfilment:
    """Late counts the days after the due day: until it was done, or until `on` while it is in hand."""
    until = done_on or on
    late = (until - due_on).days if due_on and state != FollowUpState.DROPPED else 0
    return Fulfilment(state=state, days_late=max(0, late))


def median_days(spans: Sequence[tuple[date, date]]) -> int | None:
    """The median number of days from proposal to decision; the lower one of two; None without any."""
    lengths = [(taken - proposed).days for proposed, taken in spans]
    return median_low(lengths) if lengths else None


class Mark(StrEnum):
    """The state of an entry of the register, in one word."""

    DRAFT = "draft"
    OPEN = "open"
    IN_HAND = "in_hand"
    LATE = "late"
    DONE = "done"
    RATIFIED = "ratified"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Show(StrEnum):
    """Which entries of the register a reader asks for."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"
    DONE = "done"


def mark(state: State, carrying_out: Fulfilment | None) -> Mark:
    """Late is called late, even when it was ratified; without a follow-up what was taken is done."""
    if state in (State.DRAFT, State.OPEN, State.LAPSED, State.WITHDRAWN):
        return Mark(state.value)
    if carrying_out is not None and carrying_out.is_late:
        return Mark.LATE
    if state == State.RATIFIED:
        return Mark.RATIFIED
    waiting = carrying_out is not None and carrying_out.state == FollowUpState.IN_HAND
    return Mark.IN_HAND if waiting else Mark.DONE
