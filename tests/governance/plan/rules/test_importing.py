from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.plan.rules import Fault, Figure, Wrong, figures_in
from governance.plan.rules.importing import MOST_LINES

HEADING = "indicator,measured_on,value,source\n"


def figure(line: int, value: str, *, indicator: str = "abc", source: str = "", day: int = 31) -> Figure:
    return Figure(line=line, indicator=indicator, on=date(2026, 3, day), value=Decimal(value), source=source)


def test_a_line_is_a_figure_with_its_day_and_its_source() -> None:
    assert figures_in(HEADING + "abc,2026-03-31,4.5,Survey\n") == ([figure(2, "4.5", source="Survey")], [])


def test_a_spreadsheets_semicolons_commas_and_mark_are_understood() -> None:
    assert figures_in("\ufeffValue;Measured_on;Indicator\n4,5;2026-03-31;abc\n") == ([figure(2, "4.5")], [])


def test_lines_without_a_figure_are_left_out() -> None:
    assert figures_in(HEADING + "abc,2026-03-31,,\n,,,\nabc,2026-03-31,1\n") == ([figure(4, "1")], [])


def test_nothing_but_a_heading_is_nothing() -> None:
    assert figures_in(HEADING) == ([], [])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("abc,31.3.2026,4", Fault(line=2, wrong=Wrong.DAY, said="31.3.2026")),
        ("abc,2026-02-30,4", Fault(line=2, wrong=Wrong.DAY, said="2026-02-30")),
        ("abc,2026-03-31,many", Fault(line=2, wrong=Wrong.NUMBER, said="many")),
        ("abc,2026-03-31,NaN", Fault(line=2, wrong=Wrong.NUMBER, said="NaN")),
        ("abc,2026-03-31,1e5", Fault(line=2, wrong=Wrong.NUMBER, said="1e5")),
        ("abc,2026-03-31,1.23456", Fault(line=2, wrong=Wrong.NUMBER, said="1.23456")),
        ("abc,2026-03-31,12345678901", Fault(line=2, wrong=Wrong.NUMBER, said="12345678901")),
        (f"abc,2026-03-31,1,{'x' * 301}", Fault(line=2, wrong=Wrong.SOURCE, said="300")),
    ],
)
def test_each_wrong_cell_is_named(line: str, fault: Fault) -> None:
    assert figures_in(HEADING + line) == ([], [fault])


@pytest.mark.parametrize("text", ["", "indicator,value\nabc,4\n", "x"])
def test_without_its_columns_a_table_is_none(text: str) -> None:
    assert figures_in(text) == ([], [Fault(line=1, wrong=Wrong.NO_COLUMNS)])


@pytest.mark.parametrize("text", [HEADING + "a\0bc,2026-03-31,4", HEADING + 'abc,2026-03-31,"' + "9" * 140_000])
def test_what_is_no_table_is_refused_as_a_whole(text: str) -> None:
    assert figures_in(text) == ([], [Fault(line=1, wrong=Wrong.UNREADABLE)])


def test_the_second_line_for_a_day_is_wrong_and_the_first_is_not() -> None:
    _figures, faults = figures_in(HEADING + "abc,2026-03-31,1\nabc,2026-03-30,1\nabc,2026-03-31,2\n")

    assert faults == [Fault(line=4, wrong=Wrong.TWICE, said="2026-03-31")]


def test_faults_come_in_the_order_of_the_lines() -> None:
    table = "abc,2026-03-31,1\nabc,never,2\nabc,2026-03-31,2\nabc,2026-03-30,x\n"

    assert [fault.line for fault in figures_in(HEADING + table)[1]] == [3, 4, 5]


def test_a_table_has_an_end() -> None:
    table = HEADING + "abc,2026-03-31,1\n" * (MOST_LINES + 1)

    assert figures_in(table) == ([], [Fault(line=MOST_LINES + 2, wrong=Wrong.TOO_LONG, said="2000")])


@given(st.text())
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    figures, faults = figures_in(HEADING + text)

    assert all(one.line >= 2 for one in figures)
    assert len(figures) + len(faults) <= len(text) + 1


@given(
    value=st.decimals(min_value=-(10**9), max_value=10**9, places=4),
    on=st.dates(min_value=date(1000, 1, 1)),
    decimal_sign=st.sampled_from([".", ","]),
)
def test_every_figure_is_read_as_it_was_written(value: Decimal, on: date, decimal_sign: str) -> None:
    written = f"{value:f}".replace(".", decimal_sign)

    figures, faults = figures_in(f"indicator;measured_on;value\nabc;{on.isoformat()};{written}\n")

    assert faults == []
    assert figures == [Figure(line=2, indicator="abc", on=on, value=value)]
