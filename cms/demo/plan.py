"""The strategic plan 2025–2029 with its measures. Rows are in `data/plan.json`; they say how many months ago."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from cms.demo.network import Network
from cms.languages import TranslatedText
from governance.plan.actions import measure
from governance.plan.models import Change, Indicator, Plan, Priority

DATA = Path(__file__).parent / "data" / "plan.json"
STARTS_ON, ENDS_ON = date(2025, 1, 1), date(2029, 12, 31)
TEXTS = ("name", "title", "text", "children_title", "children_text", "children_done", "children_next")


def build(network: Network) -> None:
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    texts = {name: said(text) for name, text in rows["plan"].items()}
    plan = Plan.objects.create(from_on=STARTS_ON, until_on=date(2030, 1, 1), **texts)
    for number, row in enumerate(rows["priorities"], start=1):
        priority = Priority.objects.create(plan=plan, number=number, **{name: said(row[name]) for name in TEXTS})
        for place, change in enumerate(row["changes"], start=1):
            Change.objects.create(priority=priority, number=place, text=said(change[0]), children_text=said(change[1]))
        for indicator in row["measures"]:
            _measures(priority, indicator, network=network)


def said(text: dict[str, str]) -> TranslatedText:
    return TranslatedText.from_json(text)


def _measures(priority: Priority, row: dict[str, Any], *, network: Network) -> None:
    source = said(row["source"])
    indicator = Indicator.objects.create(
        priority=priority,
        change=priority.changes.filter(number=row["change"]).first(),
        name=said(row["name"]),
        unit=row.get("unit", ""),
        baseline=Decimal(row["from"]),
        target=Decimal(row["to"]),
        direction="down" if Decimal(row["to"]) < Decimal(row["from"]) else "up",
        starts_on=STARTS_ON,
        by_on=ENDS_ON,
        source=source,
        origin=row.get("origin", "hand"),
        for_children=row.get("for_children", False),
    )
    by = network.people["secretary"] if indicator.origin == "hand" else None
    for months_ago, value in row["figures"]:
        on = month_start(network.today, months_ago=months_ago)
        if on > STARTS_ON:
            measure(indicator, value=Decimal(value), on=on, by=by, source=source)


def month_start(today: date, *, months_ago: int) -> date:
    """The first day of the month so many months before today's."""
    months = today.year * 12 + today.month - 1 - months_ago
    return date(months // 12, months % 12 + 1, 1)
