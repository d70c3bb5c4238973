"""Questions to the statutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.statutes.models import StatuteSet
from governance.statutes.rules import Parameter, Rule, StatuteBook
from governance.statutes.rules.words import Standing


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What one parameter said before, and what it says now."""

    parameter: Parameter
    before: Rule
    after: Rule


def statutes_in_force(on: date) -> StatuteBook:
    """The set in force on that day, completed by the defaults; the defaults alone before any set began."""
    statutes = StatuteSet.objects.in_force_on(on).first()
    return StatuteBook() if statutes is None else statutes.book


def standing_of(statutes: StatuteSet, *, on: date) -> Standing:
    began = statutes.in_force_from_on
    if began is None:
        return Standing.DRAFT
    if began > on:
        return Standing.TO_COME
    later = StatuteSet.objects.filter(in_force_from_on__gt=began, in_force_from_on__lte=on)
    return Standing.REPLACED if later.exists() else Standing.IN_FORCE


def book_before(statutes: StatuteSet, *, on: date) -> StatuteBook:
    """What it replaces: of a draft what is in force on that day, of a dated set what was in force when it began."""
    began = statutes.in_force_from_on
    if began is None:
        return statutes_in_force(on)
    earlier = StatuteSet.objects.filter(in_force_from_on__lt=began).order_by("-in_force_from_on").first()
    return StatuteBook() if earlier is None else earlier.book


def differences_of(statutes: StatuteSet, *, on: date) -> list[Difference]:
    """From what it replaces, in the order of the statutes."""
    before, after = book_before(statutes, on=on), statutes.book
    return [
        Difference(parameter=name, before=before.rules[name], after=after.rules[name])
        for name in after.differences(before)
    ]
