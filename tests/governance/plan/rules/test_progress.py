from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.plan.rules import Course, Reading, Summary, course, summary, time_gone, way_done

START, END = date(2025, 1, 1), date(2029, 12, 31)
values = st.fractions(-1000, 1000, max_denominator=1000)


def read(value: str, on: date = date(2026, 3, 31)) -> Reading:
    return Reading(value=Fraction(value), on=on)


@pytest.mark.parametrize(
    ("value", "baseline", "target", "share"),
    [
        ("4", "1", "9", Fraction(3, 8)),
        ("9", "16", "7", Fraction(7, 9)),
        ("38", "34", "25", Fraction(0)),
        ("96", "91", "95", Fraction(1)),
        ("4.1", "3", "6", Fraction(11, 30)),
    ],
)
def test_the_way_done_is_exact_and_never_below_nothing_or_above_all(
    value: str, baseline: str, target: str, share: Fraction
) -> None:
    assert way_done(read(value), baseline=Fraction(baseline), target=Fraction(target)) == share


def test_what_was_never_measured_is_not_begun() -> None:
    done = way_done(None, baseline=Fraction(1), target=Fraction(9))
    found = course(None, baseline=Fraction(1), target=Fraction(9), starts_on=START, by_on=END)

    assert (done, found) == (Fraction(0), Course.NOT_MEASURED)


def test_a_target_that_is_the_start_is_nonsense() -> None:
    with pytest.raises(ValueError, match="no way to go"):
        way_done(None, baseline=Fraction(3), target=Fraction(3))


def test_a_measure_that_ends_before_it_starts_is_nonsense() -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        time_gone(START, starts_on=END, by_on=START)


@pytest.mark.parametrize(
    ("value", "on", "expected"),
    [
        ("9", date(2026, 3, 31), Course.REACHED),
        ("4", date(2026, 3, 31), Course.ON_COURSE),
        ("4", date(2027, 3, 31), Course.LATE),
        ("1", date(2025, 1, 1), Course.ON_COURSE),
    ],
)
def test_late_is_less_way_than_time_on_the_day_of_the_figure(value: str, on: date, expected: Course) -> None:
    found = course(read(value, on), baseline=Fraction(1), target=Fraction(9), starts_on=START, by_on=END)

    assert found == expected


def test_a_priority_is_the_mean_of_its_measures() -> None:
    measures = [(Fraction(1), Course.REACHED), (Fraction(1, 2), Course.ON_COURSE), (Fraction(0), Course.LATE)]

    assert summary(measures) == Summary(way=Fraction(1, 2), measures=3, on_course=2, late=1)
    assert summary([]) == Summary(way=Fraction(0), measures=0, on_course=0, late=0)


@given(value=values, baseline=values, target=values)
def test_law_the_way_done_is_a_share_and_the_same_when_the_scale_is_turned(
    value: Fraction, baseline: Fraction, target: Fraction
) -> None:
    if baseline == target:
        return
    forth = way_done(Reading(value=value, on=START), baseline=baseline, target=target)
    turned = way_done(Reading(value=-value, on=START), baseline=-baseline, target=-target)

    assert 0 <= forth <= 1
    assert forth == turned


@given(before=st.dates(START, END), after=st.dates(START, END))
def test_law_time_only_goes_forward(before: date, after: date) -> None:
    first, last = sorted((before, after))

    assert time_gone(first, starts_on=START, by_on=END) <= time_gone(last, starts_on=START, by_on=END)
