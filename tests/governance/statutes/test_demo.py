from datetime import UTC, date, datetime

import pytest

from cms.demo import statutes
from cms.demo.network import Network
from governance.statutes.queries import statutes_in_force
from governance.statutes.rules import MotionKind, Parameter, StatuteBook


@pytest.mark.django_db
def test_the_demo_has_the_statutes_of_today_and_those_before_the_reform() -> None:
    statutes.build(Network(now=datetime(2026, 6, 10, 12, 0, tzinfo=UTC), password="unused"))

    today, then = statutes_in_force(date(2026, 6, 10)), statutes_in_force(date(2023, 5, 31))

    assert today == StatuteBook()
    assert (then.number(Parameter.NOTICE_DAYS), then.article(Parameter.NOTICE_DAYS)) == (42, "8")
    assert then.majority(MotionKind.STATUTES) == today.majority(MotionKind.STATUTES)
