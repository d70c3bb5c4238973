"""Questions to the statutes."""

from __future__ import annotations

from datetime import date

from governance.statutes.models import StatuteSet
from governance.statutes.rules import StatuteBook


def statutes_in_force(on: date) -> StatuteBook:
    """The set in force on that day, completed by the defaults; the defaults alone before any set began."""
    statutes = StatuteSet.objects.in_force_on(on).first()
    if statutes is None:
        return StatuteBook()
    return StatuteBook.from_json(
        {rule.parameter: {"value": rule.value, "article": rule.article} for rule in statutes.rules.all()}
    )
