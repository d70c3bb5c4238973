"""What a relay's answer means."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import Reply, Verdict, retry_after, verdict_of
from members.delivery.rules.replies import LONGEST_WAIT, closure, verdict_before_the_dot


@pytest.mark.parametrize(
    ("code", "after", "before"),
    [
        (250, Verdict.ACCEPTED, Verdict.DEFERRED),
        (421, Verdict.DEFERRED, Verdict.DEFERRED),
        (451, Verdict.DEFERRED, Verdict.DEFERRED),
        (550, Verdict.REFUSED, Verdict.REFUSED),
        (0, Verdict.UNCERTAIN, Verdict.DEFERRED),
    ],
)
def test_the_dot_divides_loss_from_doubt(code: int, after: Verdict, before: Verdict) -> None:
    reply = Reply(code=code)

    assert (verdict_of(reply), verdict_before_the_dot(reply)) == (after, before)


@given(st.integers(0, 40), st.floats(0, 1, exclude_max=True))
def test_a_retry_waits_between_a_few_minutes_and_four_hours(attempts: int, chance: float) -> None:
    assert timedelta(minutes=3, seconds=45) <= retry_after(attempts=attempts, chance=chance) <= LONGEST_WAIT


def test_each_retry_waits_twice_as_long() -> None:
    waits = [retry_after(attempts=attempts, chance=0.5) for attempts in range(7)]

    assert [wait / timedelta(minutes=5) for wait in waits] == [1, 2, 4, 8, 16, 32, 48]


def test_the_gate_stays_shut_twice_as_long_each_time() -> None:
    assert [closure(strikes=k) / timedelta(minutes=1) for k in range(4)] == [1, 2, 4, 8]


def test_a_reply_reads_as_the_relay_said_it() -> None:
    assert str(Reply(code=550, text="5.1.1 No such address")) == "550 5.1.1 No such address"
