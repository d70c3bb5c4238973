from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.quorum import Attendance, is_quorate, needed

SHARES = st.fractions(min_value=0, max_value=1, max_denominator=12)


@pytest.mark.parametrize(
    ("entitled", "share", "expected"),
    [(112, "1/2", 56), (113, "1/2", 57), (90, "1/3", 30), (91, "1/3", 31), (1, "1/4", 1), (0, "1/2", 0), (7, "0", 0)],
)
def test_the_least_that_reaches_the_share(entitled: int, share: str, expected: int) -> None:
    assert needed(entitled, share=Fraction(share)) == expected


def test_those_represented_count_with_those_present() -> None:
    half = Fraction(1, 2)

    assert is_quorate(Attendance(present=50, represented=6, entitled=112), share=half)
    assert not is_quorate(Attendance(present=50, represented=5, entitled=112), share=half)


def test_nobody_entitled_is_no_quorum() -> None:
    assert not is_quorate(Attendance(present=0, represented=0, entitled=0), share=Fraction(0))


@given(st.integers(0, 10_000), SHARES)
def test_needed_is_the_smallest_whole_number_at_or_above_the_share(entitled: int, share: Fraction) -> None:
    least = needed(entitled, share=share)

    assert least >= entitled * share
    assert least - 1 < entitled * share
    assert least <= entitled


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 100), SHARES)
def test_one_more_never_breaks_a_quorum(present: int, represented: int, entitled: int, share: Fraction) -> None:
    before = Attendance(present=present, represented=represented, entitled=entitled)
    after = Attendance(present=present + 1, represented=represented, entitled=entitled)

    assert is_quorate(before, share=share) <= is_quorate(after, share=share)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 100))
def test_without_proxies_only_those_count_who_came_themselves(present: int, represented: int, entitled: int) -> None:
    attendance = Attendance(present=present, represented=represented, entitled=entitled)

    assert attendance.without_proxies.taking_part == present
    assert attendance.without_proxies.entitled == entitled
