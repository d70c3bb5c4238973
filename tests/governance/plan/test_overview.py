"""The plan at a glance says of today what the whole plan says."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.plan.queries import plan_at_a_glance, plan_in_force
from tests.factories.plan import ChangeFactory, IndicatorFactory, MeasurementFactory, PlanFactory, PriorityFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)


def test_both_tell_the_same_of_how_far_each_priority_is() -> None:
    first = PriorityFactory()
    second = PriorityFactory(plan=first.plan, number=2)
    ChangeFactory(priority=first)
    measured = IndicatorFactory(priority=first)
    IndicatorFactory(priority=second)
    for value, day in ((2, date(2025, 6, 1)), (7, date(2026, 6, 1)), (9, date(2026, 6, 11))):
        MeasurementFactory(indicator=measured, value=Decimal(value), measured_on=day)

    whole, glance = plan_in_force(on=TODAY), plan_at_a_glance(on=TODAY)

    assert whole is not None
    assert glance is not None
    assert [one.summary for one in glance.priorities] == [one.summary for one in whole.priorities]
    assert (glance.measured_on, glance.facets) == (whole.measured_on, whole.facets)
    assert [len(one.changes) for one in whole.priorities] == [1, 0]
    assert [len(one.changes) for one in glance.priorities] == [0, 0]


def test_no_plan_is_no_glance() -> None:
    PlanFactory(from_on=date(2001, 1, 1), until_on=date(2005, 1, 1))

    assert plan_at_a_glance(on=TODAY) is None


def test_a_glance_costs_the_same_with_one_figure_and_ten() -> None:
    indicator, counts = IndicatorFactory(), []
    for number in range(1, 11):
        MeasurementFactory(indicator=indicator, measured_on=date(2026, 3, number))
        with CaptureQueriesContext(connection) as asked:
            plan_at_a_glance(on=TODAY)
        counts.append(len(asked))

    assert counts == [counts[0]] * 10
