"""Measurements out of a table: each line is a figure, or a fault that says where it is."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import StringIO

COLUMNS = ("indicator", "measured_on", "value")
MOST_LINES = 2000
# At most ten digits and four decimals, as the column keeps them; a comma is the decimal sign of many spreadsheets.
NUMBER = re.compile(r"[+-]?\d{1,10}([.,]\d{1,4})?")
LONGEST_SOURCE = 300


class Wrong(StrEnum):
    """The words for each are in `actions.importing`."""

    UNREADABLE = "unreadable"
    NO_COLUMNS = "no_columns"
    TOO_LONG = "too_long"
    DAY = "day"
    NUMBER = "number"
    SOURCE = "source"
    UNKNOWN = "unknown"
    TWICE = "twice"
    TAKEN = "taken"
    TOO_EARLY = "too_early"
    TO_COME = "to_come"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`line` as a spreadsheet counts, the heading is 1; `said` is what stands there."""

    line: int
    wrong: Wrong
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure:
    line: int
    indicator: str
    on: date
    value: Decimal
    source: str = ""


def figures_in(text: str) -> tuple[list[Figure], list[Fault]]:
    """The figures of a table by comma or semicolon: `indicator,measured_on,value` and perhaps `source`.

    Days are ISO 8601. Lines without a value are left out.
    """
    try:
        rows = list(_rows(text.removeprefix("\ufeff")))
    except csv.Error:
        return [], [Fault(line=1, wrong=Wrong.UNREADABLE)]
    if rows and not set(COLUMNS) <= rows[0][1].keys():
        return [], [Fault(line=1, wrong=Wrong.NO_COLUMNS)]
    if len(rows) > MOST_LINES:
        return [], [Fault(line=rows[MOST_LINES][0], wrong=Wrong.TOO_LONG, said=str(MOST_LINES))]
    return _sorted_out([_read(line, said) for line, said in rows if said["value"]])


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line with its number, by the names in the heading; an empty first row when a name is missing."""
    if "\0" in text:
        raise csv.Error("A character that no database keeps.")
    heading = text.split("\n", 1)[0]
    reader = csv.reader(StringIO(text), delimiter=";" if heading.count(";") > heading.count(",") else ",")
    names = [name.strip().lower() for name in next(reader, [])]
    if not set(COLUMNS) <= set(names):
        yield 1, {}
        return
    for cells in reader:
        said = dict.fromkeys((*COLUMNS, "source"), "")
        yield reader.line_num, {**said, **dict(zip(names, (cell.strip() for cell in cells), strict=False))}


def _read(line: int, said: dict[str, str]) -> Figure | Fault:
    on = _day(said["measured_on"])
    if on is None:
        return Fault(line=line, wrong=Wrong.DAY, said=said["measured_on"])
    if not NUMBER.fullmatch(said["value"]):
        return Fault(line=line, wrong=Wrong.NUMBER, said=said["value"])
    if len(said["source"]) > LONGEST_SOURCE:
        return Fault(line=line, wrong=Wrong.SOURCE, said=str(LONGEST_SOURCE))
    value = Decimal(said["value"].replace(",", "."))
    return Figure(line=line, indicator=said["indicator"], on=on, value=value, source=said["source"])


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _sorted_out(read: list[Figure | Fault]) -> tuple[list[Figure], list[Fault]]:
    figures = [one for one in read if isinstance(one, Figure)]
    faults = [one for one in read if isinstance(one, Fault)]
    return figures, sorted([*faults, *_twice(figures)], key=lambda fault: fault.line)


def _twice(figures: list[Figure]) -> Iterator[Fault]:
    seen: set[tuple[str, date]] = set()
    for one in figures:
        if (one.indicator, one.on) in seen:
            yield Fault(line=one.line, wrong=Wrong.TWICE, said=one.on.isoformat())
        seen.add((one.indicator, one.on))
