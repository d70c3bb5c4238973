"""What must be there before a meeting goes its next step. Plain values in, what is missing out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from governance.assembly.rules.words import State


class Missing(StrEnum):
    """Each stands in the way of the next step."""

    AGENDA = "agenda"
    SEATS = "seats"
    NOTICE = "notice"
    RECORD_DATE = "record_date"
    RECORD_DAY = "record_day"
    ROLL_OBJECTIONS = "roll_objections"
    OPENING = "opening"
    OPEN_BALLOTS = "open_ballots"
    SIGNATURES = "signatures"
    MINUTES_OBJECTIONS = "minutes_objections"
    MINUTES_TIME = "minutes_time"
    CHALLENGES = "challenges"
    CHALLENGE_TIME = "challenge_time"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a meeting at a moment. The figures count what is there, or what still waits."""

    state: State
    opens_at: datetime
    record_on: date
    notice_days: int
    items: int
    roll_is_due_on: date | None = None
    elections_without_seats: int = 0
    roll_objections: int = 0
    open_ballots: int = 0
    unsigned_ballots: int = 0
    minutes_objections: int = 0
    challenges: int = 0
    minuted_at: datetime | None = None
    objection_days: int = 0
    challenge_days: int = 0


def notice_by(opens_at: datetime, *, days: int) -> date:
    """The last day on which the notice may go out."""
    return opens_at.date() - timedelta(days=days)


def end_of(minuted_at: datetime, *, days: int) -> datetime:
    """Until when members may object to what the minutes told them."""
    return minuted_at + timedelta(days=days)


def missing(known: Known, *, now: datetime) -> tuple[Missing, ...]:
    """In the order in which it is mended; empty when the next step may be taken."""
    found = BEFORE_LEAVING.get(known.state)
    return tuple(what for what, stands in found(known, now).items() if stands) if found else ()


def _before_convening(known: Known, now: datetime) -> dict[Missing, bool]:
    return {
        Missing.AGENDA: known.items == 0,
        Missing.SEATS: known.elections_without_seats > 0,
        Missing.NOTICE: now.date() > notice_by(known.opens_at, days=known.notice_days),
        Missing.RECORD_DATE: known.record_on != (known.roll_is_due_on or known.record_on),
    }


def _before_freezing(known: Known, now: datetime) -> dict[Missing, bool]:
    return {Missing.RECORD_DAY: now.date() < known.record_on}


def _before_opening(known: Known, now: datetime) -> dict[Missing, bool]:
    return {Missing.ROLL_OBJECTIONS: known.roll_objections > 0, Missing.OPENING: now < known.opens_at}


def _before_closing(known: Known, now: datetime) -> dict[Missing, bool]:
    return {Missing.OPEN_BALLOTS: known.open_ballots > 0}


def _before_it_is_final(known: Known, now: datetime) -> dict[Missing, bool]:
    minuted_at = known.minuted_at or now
    return {
        Missing.SIGNATURES: known.unsigned_ballots > 0,
        Missing.MINUTES_OBJECTIONS: known.minutes_objections > 0,
        Missing.MINUTES_TIME: now < end_of(minuted_at, days=known.objection_days),
        Missing.CHALLENGES: known.challenges > 0,
        Missing.CHALLENGE_TIME: now < end_of(minuted_at, days=known.challenge_days),
    }


BEFORE_LEAVING: dict[State, Callable[[Known, datetime], dict[Missing, bool]]] = {
    State.DRAFT: _before_convening,
    State.CONVENED: _before_freezing,
    State.FROZEN: _before_opening,
    State.OPEN: _before_closing,
    State.MINUTED: _before_it_is_final,
}
