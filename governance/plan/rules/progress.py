from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Origin(StrEnum):
    """Where figures come from: a person, a file, or the life of this site."""

    HAND = "hand"
    IMPORTED = "imported"
    COMPUTED = "computed"


class Course(StrEnum):
    NOT_MEASURED = "not_measured"
    LATE = "late"
    ON_COURSE = "on_course"
    REACHED = "reached"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One measured value and its day."""

    value: Fraction
    on: date


def way_done(reading: Reading | None, *, baseline: Fraction, target: Fraction) -> Fraction:
    """The share of the way from the start to the target that is done, 0 to 1; 0 when nothing was measured.

    Going backwards is 0, passing the target is 1. Errors: ValueError when start and target are the same.
    """
    if baseline == target:
        raise ValueError("A measure whose target is its start has no way to go.")
    if reading is None:
        return Fraction(0)
    return min(max((reading.value - baseline) / (target - baseline), Fraction(0)), Fraction(1))


def time_gone(on: date, *, starts_on: date, by_on: date) -> Fraction:
    """The share of the time that has gone on that day, 0 to 1. Errors: ValueError when it ends before it starts."""
    if by_on <= starts_on:
        raise ValueError("A measure ends after it starts.")
    return min(max(Fraction((on - starts_on).days, (by_on - starts_on).days), Fraction(0)), Fraction(1))


def course(reading: Reading | None, *, baseline: Fraction, target: Fraction, starts_on: date, by_on: date) -> Course:
    """Late when less of the way was done, on the day it was measured, than of the time had gone by then."""
    if reading is None:
        return Course.NOT_MEASURED
    done = way_done(reading, baseline=baseline, target=target)
    if done == 1:
        return Course.REACHED
    return Course.LATE if done < time_gone(reading.on, starts_on=starts_on, by_on=by_on) else Course.ON_COURSE


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A priority in numbers; `way` is the mean of its measures', 0 without any."""

    way: Fraction
    measures: int
    on_course: int
    late: int


def summary(measures: Sequence[tuple[Fraction, Course]]) -> Summary:
    """From each measure's way done and course. What is reached counts as on course."""
    ways = [way for way, _course in measures]
    courses = [one for _way, one in measures]
    return Summary(
        way=sum(ways, Fraction(0)) / len(ways) if ways else Fraction(0),
        measures=len(measures),
        on_course=sum(one in (Course.ON_COURSE, Course.REACHED) for one in courses),
        late=courses.count(Course.LATE),
    )
