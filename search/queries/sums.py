"""What was searched for, as the secretariat reads it: sums, and no persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, QuerySet, Sum

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
    frequent: list[dict[str, object]]
    wanted: list[dict[str, object]]


def searched(*, on: date) -> Searched:
    """Of thirty days up to this one."""
    since_on = on - timedelta(days=DAYS - 1)
    days = SearchSum.objects.filter(day_on__gte=since_on, day_on__lte=on)
    whole = days.filter(mark="").aggregate(asked=Sum("asked", default=0), in_vain=Sum("in_vain", default=0))
    words = by_words(days)
    return Searched(
        since_on=since_on,
        asked=whole["asked"],
        in_vain=whole["in_vain"],
        frequent=list(words.order_by("-asked_often", "words")[:SHOWN]),
        wanted=list(words.filter(vain_often__gt=0).order_by("-vain_often", "words")[:SHOWN]),
    )


def by_words(days: QuerySet[SearchSum]) -> QuerySet[SearchSum, dict[str, object]]:
    return (
        days.exclude(words="")
        .values("words", "language")
        .annotate(asked_often=Sum(F("asked")), vain_often=Sum(F("in_vain")))
    )
