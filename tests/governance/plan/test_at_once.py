"""Two at once: one figure a day, and a table that comes twice is imported once."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from governance.ledger.models import Entry
from governance.plan.actions import ImportRefused, correct_measurement, import_figures
from governance.plan.models import Measurement
from governance.plan.tasks import count_due
from members.accounts.models import User
from tests.at_once import at_once
from tests.factories.organisations import PersonFactory, TermFactory
from tests.factories.plan import IndicatorFactory, MeasurementFactory

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 6, 10)


def test_two_workers_at_once_count_once(now: datetime) -> None:
    IndicatorFactory(origin="computed", computation="members")
    TermFactory(from_on=date(2020, 1, 1))

    at_once(lambda: count_due(now), lambda: count_due(now))

    assert Measurement.objects.get().value == 1


def test_the_same_table_brought_twice_at_once_is_imported_once() -> None:
    table = f"indicator,measured_on,value\n{IndicatorFactory().key},2026-03-31,4\n"

    def bringing(person: User) -> Callable[[], int]:
        def bring() -> int:
            try:
                return len(import_figures(table, by=person, today=TODAY))
            except ImportRefused:
                return 0

        return bring

    imported = at_once(*(bringing(PersonFactory()) for _number in range(2)))

    assert sorted(imported) == [0, 1]
    assert Measurement.objects.count() == 1


def test_two_who_mend_a_figure_at_once_both_stand_in_the_ledger(now: datetime) -> None:
    figure, people = MeasurementFactory(), [PersonFactory() for _number in range(2)]

    at_once(
        lambda: correct_measurement(figure, value=figure.value + 1, by=people[0], now=now),
        lambda: correct_measurement(figure, value=figure.value + 2, by=people[1], now=now),
    )

    first, second = (entry.body for entry in Entry.objects.order_by("n"))
    assert first["after"] == second["before"]
