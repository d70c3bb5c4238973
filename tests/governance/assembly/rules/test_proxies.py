from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.proxies import Obstacle, Request, deadline, obstacle

CLOSES = datetime(2026, 6, 14, 12, 0, tzinfo=UTC)
UNTIL = deadline(CLOSES, hours=24)
NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
POSSIBLE = Request(
    roll_is_frozen=True,
    giver_is_holder=False,
    giver_may_vote=True,
    holder_may_vote=True,
    giver_gave_one=False,
    giver_is_present=False,
    holder_gave_one=False,
    giver_holds=0,
    held=1,
    cap=2,
)
REQUESTS = st.builds(
    Request,
    giver_holds=st.integers(0, 5),
    held=st.integers(0, 5),
    cap=st.integers(0, 5),
    **{field.name: st.booleans() for field in fields(Request) if field.name not in ("giver_holds", "held", "cap")},
)


def test_a_proxy_may_be_given_until_a_day_before_the_close_and_at_that_moment() -> None:
    assert datetime(2026, 6, 13, 12, 0, tzinfo=UTC) == UNTIL
    assert obstacle(POSSIBLE, now=UNTIL, until=UNTIL) is None
    assert obstacle(POSSIBLE, now=UNTIL + timedelta(microseconds=1), until=UNTIL) == Obstacle.TOO_LATE


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"roll_is_frozen": False}, Obstacle.NOT_RUNNING),
        ({"giver_is_holder": True}, Obstacle.ONESELF),
        ({"giver_may_vote": False}, Obstacle.GIVER_MAY_NOT_VOTE),
        ({"holder_may_vote": False}, Obstacle.HOLDER_MAY_NOT_VOTE),
        ({"giver_gave_one": True}, Obstacle.STANDING_ONE),
        ({"giver_is_present": True}, Obstacle.GIVER_IS_PRESENT),
        ({"giver_holds": 1}, Obstacle.GIVER_HOLDS),
        ({"holder_gave_one": True}, Obstacle.HOLDER_GAVE),
        ({"held": 2}, Obstacle.CAP),
        ({"cap": 0}, Obstacle.CAP),
    ],
)
def test_each_obstacle_stands_alone(changed: dict[str, Any], expected: Obstacle) -> None:
    assert obstacle(POSSIBLE, now=NOON, until=UNTIL) is None
    assert obstacle(replace(POSSIBLE, **changed), now=NOON, until=UNTIL) == expected


@given(REQUESTS, st.sampled_from([NOON, UNTIL + timedelta(hours=1)]))
def test_no_proxy_is_ever_above_the_cap_or_passed_on(request_: Request, now: datetime) -> None:
    if obstacle(request_, now=now, until=UNTIL) is None:
        assert now <= UNTIL
        assert request_.held < request_.cap
        assert request_.giver_holds == 0
        assert not (request_.giver_gave_one or request_.holder_gave_one or request_.giver_is_present)


@given(REQUESTS)
def test_holding_one_more_never_makes_a_proxy_possible(request_: Request) -> None:
    fuller = replace(request_, held=request_.held + 1)

    if obstacle(request_, now=NOON, until=UNTIL) is not None:
        assert obstacle(fuller, now=NOON, until=UNTIL) is not None


@given(REQUESTS, st.integers(1, 10_000))
def test_what_is_too_late_stays_too_late(request_: Request, minutes: int) -> None:
    later = UNTIL + timedelta(minutes=minutes)

    assert obstacle(request_, now=later, until=UNTIL) in (Obstacle.TOO_LATE, Obstacle.NOT_RUNNING)
