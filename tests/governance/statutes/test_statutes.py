from datetime import date

import pytest
from django.db import IntegrityError

from governance.statutes.models import StatuteSet
from governance.statutes.queries import statutes_in_force
from governance.statutes.rules import Parameter, StatuteBook
from tests.factories.statutes import statutes

pytestmark = pytest.mark.django_db


def test_before_any_statutes_the_defaults_hold() -> None:
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))

    assert statutes_in_force(date(2019, 12, 31)) == StatuteBook()


def test_a_set_holds_from_its_first_day_until_the_next_begins() -> None:
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    statutes(from_on=date(2024, 5, 9), notice_days=(60, "9.1"))

    days = [date(2020, 1, 1), date(2024, 5, 8), date(2024, 5, 9)]

    assert [statutes_in_force(day).number(Parameter.NOTICE_DAYS) for day in days] == [45, 45, 60]


def test_a_parameter_has_one_value_in_a_set() -> None:
    made = statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))

    with pytest.raises(IntegrityError):
        made.rules.create(parameter="notice_days", value=30)


def test_statutes_are_called_by_their_first_day() -> None:
    made = statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))

    assert (str(made), str(made.rules.get())) == ("2020-01-01", "notice_days (8)")
    assert list(StatuteSet.objects.in_force_on(date(2021, 1, 1))) == [made]
