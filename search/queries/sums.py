"""What was searched for, as the secretariat reads it: sums, and no persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, Sum

from search.models import SearchSum

DAYS = 30
SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class Searched:
    """`asked` and `in_vain`: all questions of the days; `frequent` and `wanted`: words with how often they were asked,
    and how often in vain."""

    since_on: date
    asked: int
    in_vain: int
    frequent: list[dict[str, Any]]
    wanted: list[dict[str, Any]]


def searched(*, on: date) -> Searched:
    """Of thirty days up to this one."""
    since_on = on - timedelta(days=DAYS - 1)
    days = SearchSum.objects.filter(day_on__gte=since_on, day_on__lte=on)
    whole = days.filter(mark="").aggregate(asked=Sum("asked", default=0), in_vain=Sum("in_vain", default=0))
    rows = by_words(days)
    in_vain = [row for row in rows if row["vain_often"]]
    return Searched(
        since_on=since_on,
        asked=whole["asked"],
        in_vain=whole["in_vain"],
        frequent=sorted(rows, key=lambda row: (-row["asked_often"], row["words"]))[:SHOWN],
        wanted=sorted(in_vain, key=lambda row: (-row["vain_often"], row["words"]))[:SHOWN],
    )


def by_words(days: QuerySet[SearchSum]) -> list[dict[str, Any]]:
    """One row for each question in each language: there are as many as were asked often on some day."""
    worded = days.exclude(words="").order_by().values("words", "language")
    return [dict(row) for row in worded.annotate(asked_often=Sum("asked"), vain_often=Sum("in_vain"))]
