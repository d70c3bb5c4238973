from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from cms.languages import translated
from governance.plan.actions import MeasurementRefused, measure
from governance.plan.models import Indicator, Measurement
from governance.plan.rules import Direction, Reading
from governance.plan.templatetags.plan_figures import figure
from tests.factories.organisations import PersonFactory
from tests.factories.plan import ChangeFactory, IndicatorFactory, MeasurementFactory, PriorityFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


def test_a_figure_keeps_who_entered_it_when_and_from_where() -> None:
    indicator, person = IndicatorFactory(source=translated(en="Secretariat")), PersonFactory()

    found = measure(indicator, value=Decimal("4.5"), on=DAY, by=person)

    assert (found.reading, found.entered_by) == (Reading(value=Fraction(9, 2), on=DAY), person)
    assert str(found.source) == "Secretariat"


def test_a_day_has_one_figure() -> None:
    indicator = IndicatorFactory()
    measure(indicator, value=Decimal(4), on=DAY, by=None)

    with pytest.raises(MeasurementRefused, match="a figure for this day already"):
        measure(indicator, value=Decimal(5), on=DAY, by=None)

    assert Measurement.objects.get().value == Decimal(4)


def test_a_figure_from_before_the_start_is_refused() -> None:
    with pytest.raises(MeasurementRefused, match="before the measure starts"):
        measure(IndicatorFactory(), value=Decimal(4), on=date(2024, 12, 31), by=None)


@pytest.mark.parametrize(
    ("direction", "target"), [(Direction.UP, Decimal(1)), (Direction.UP, Decimal(0)), (Direction.DOWN, Decimal(9))]
)
def test_a_target_lies_in_the_direction(direction: Direction, target: Decimal) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        IndicatorFactory(direction=direction, target=target)

    assert not Indicator.objects.exists()


def test_a_priority_shows_children_one_figure() -> None:
    priority = PriorityFactory()
    IndicatorFactory(priority=priority, for_children=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        IndicatorFactory(priority=priority, for_children=True)


@pytest.mark.parametrize("number", [0, 5])
def test_priorities_are_one_to_four(number: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PriorityFactory(number=number)


@pytest.mark.parametrize(
    ("value", "unit", "written"), [(Decimal("78.0000"), "%", "78\u202f%"), (Fraction(41, 10), "", "4.1")]
)
def test_a_figure_is_written_with_its_unit(value: Decimal | Fraction, unit: str, written: str) -> None:
    assert figure(value, unit) == written


def test_rows_say_what_they_are() -> None:
    measurement = MeasurementFactory(value=Decimal("4.50"))
    priority = measurement.indicator.priority
    change = ChangeFactory(priority=priority)

    said = [str(row) for row in (measurement, priority, priority.plan, change)]

    assert said == ["Groups with children: 4.5", "1. Children take part", "Our plan", "Laws protect defenders."]
