"""The days that the statutes set before and after a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from governance.statutes.rules import Parameter, StatuteBook

BEFORE_THE_OPENING = (
    Parameter.MOTION_DAYS,
    Parameter.PAPER_DAYS,
    Parameter.NOMINATION_DAYS,
    Parameter.AMENDMENT_DAYS,
    Parameter.FINAL_AGENDA_DAYS,
)
AFTER_THE_CLOSE = (Parameter.MINUTES_DRAFT_DAYS,)


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """The last day of something, and the article that says so."""

    parameter: Parameter
    on: date
    article: str


def calendar(book: StatuteBook, *, opens_on: date, closes_on: date) -> tuple[Deadline, ...]:
    """By day; on the same day in the order of the statutes."""
    before = {parameter: opens_on - timedelta(days=book.number(parameter)) for parameter in BEFORE_THE_OPENING}
    after = {parameter: closes_on + timedelta(days=book.number(parameter)) for parameter in AFTER_THE_CLOSE}
    found = [
        Deadline(parameter=parameter, on=day, article=book.article(parameter))
        for parameter, day in {**before, **after}.items()
    ]
    return tuple(sorted(found, key=lambda deadline: deadline.on))
