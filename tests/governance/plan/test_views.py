from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.languages import translated
from governance.plan.models import Measurement
from tests.factories.plan import ChangeFactory, IndicatorFactory, MeasurementFactory, PlanFactory, PriorityFactory

pytestmark = pytest.mark.django_db
PLAN, CHILDREN = "/en/plan/", "/en/plan/children/"


def text_of(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_the_public_sees_each_measure_with_its_way_and_its_day(client: Client) -> None:
    MeasurementFactory(value=Decimal("4.1"), source=translated(en="Secretariat"), measured_on=date(2026, 3, 31))

    page = text_of(client, PLAN)

    assert '<td role="cell" class="r" data-l="Now"><b>4.1</b></td>' in page
    assert "31 March 2026, Secretariat" in page
    assert "1 of 1 measure on course" in page
    assert "filled as far as its priority has come: Participation 38 %." in page


def test_late_is_called_late(client: Client) -> None:
    MeasurementFactory(value=Decimal(1), measured_on=date(2026, 6, 1))

    page = text_of(client, PLAN)

    assert '<span class="tag bad">Late</span>' in page
    assert "0 of 1 measure on course, 1 late" in page


def test_a_measure_without_a_figure_says_so(client: Client) -> None:
    IndicatorFactory()

    assert '<span class="tag off">Not measured</span>' in text_of(client, PLAN)


def test_childrens_words_stand_beside_the_adults(client: Client) -> None:
    ChangeFactory()

    page = text_of(client, PLAN)

    assert "Laws protect defenders.</td>" in page
    assert "Rules protect you.</td>" in page


def test_children_are_told_whole_figures_and_see_them_as_kites(client: Client) -> None:
    MeasurementFactory(
        indicator=IndicatorFactory(for_children=True), value=Decimal("4.9"), measured_on=date(2026, 3, 31)
    )

    page = text_of(client, CHILDREN)

    assert "4 of our 9 groups have children." in page
    assert "<b>4 of 9 done</b>" in page
    assert page.count('<polygon class="k1" transform=') == 4


def test_a_priority_without_a_figure_for_children_has_no_kites(client: Client) -> None:
    IndicatorFactory()

    page = text_of(client, CHILDREN)

    assert "You have a say" in page
    assert 'class="count"' not in page


def test_before_the_first_plan_and_after_the_last_there_is_no_page(client: Client) -> None:
    PlanFactory(from_on=date(2001, 1, 1), until_on=date(2005, 1, 1))

    assert [client.get(address).status_code for address in (PLAN, CHILDREN, "/en/plan/figures.csv")] == [404] * 3


def test_every_figure_comes_as_csv(client: Client) -> None:
    indicator = IndicatorFactory(unit="%")
    for value, day in (("4.5", date(2026, 3, 31)), ("5", date(2026, 6, 1))):
        MeasurementFactory(indicator=indicator, value=Decimal(value), measured_on=day)

    lines = client.get("/en/plan/figures.csv").content.decode("utf-8-sig").splitlines()

    assert lines == [
        "priority,measure,unit,start,target,by_on,value,measured_on",
        "1,Groups with children,%,1,9,2029-12-31,4.5,2026-03-31",
        "1,Groups with children,%,1,9,2029-12-31,5,2026-06-01",
    ]


def test_a_figure_of_tomorrow_is_not_shown_today(client: Client) -> None:
    MeasurementFactory(measured_on=date(2029, 6, 1))

    assert "Not measured" in text_of(client, PLAN)
    assert Measurement.objects.count() == 1


def test_the_plan_costs_the_same_with_one_and_three_measures(client: Client) -> None:
    priority = PriorityFactory()
    counts = []
    client.get(PLAN)  # what the whole site keeps in its cache
    for _number in range(3):
        MeasurementFactory(indicator=IndicatorFactory(priority=priority))
        ChangeFactory(priority=priority)
        with CaptureQueriesContext(connection) as asked:
            client.get(PLAN)
        counts.append(len(asked))

    assert counts == [counts[0]] * 3
