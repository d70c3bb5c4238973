"""Statutes, as rows."""

from datetime import date
from typing import Any

from governance.statutes.models import Statute, StatuteSet


def statutes(*, from_on: date, **rules: tuple[Any, str]) -> StatuteSet:
    """`rules` are parameter=(value, article)."""
    made = StatuteSet.objects.create(in_force_from_on=from_on)
    for parameter, (value, article) in rules.items():
        Statute.objects.create(statutes=made, parameter=parameter, value=value, article=article)
    return made
