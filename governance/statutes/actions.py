"""What can happen to the statutes: a set is drafted, rewritten, given its day; and used, after which it stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.statutes.models import Statute, StatuteSet
from governance.statutes.queries import statutes_in_force
from governance.statutes.rules import Parameter, Rule, StatuteBook, checked


class StatutesRefused(Exception):
    """What cannot be done to this set now; the sentence is for the person who tried."""


@transaction.atomic
def draft_statutes(*, adopted: str = "", on: date) -> StatuteSet:
    """A new set that says, word for word, what is in force on that day."""
    statutes = StatuteSet.objects.create(adopted=adopted)
    _write(statutes, statutes_in_force(on).rules)
    return statutes


@transaction.atomic
def rewrite_statutes(statutes: StatuteSet, *, rules: Mapping[Parameter, Rule], adopted: str) -> StatuteSet:
    """Of a draft; StatuteInvalid for a value that its parameter cannot have."""
    statutes = _locked(statutes)
    _refuse_unless_draft(statutes)
    for parameter, rule in rules.items():
        checked(parameter, rule.value)
    statutes.adopted = adopted
    statutes.save(update_fields=["adopted"])
    kept = statutes.book.rules
    statutes.rules.all().delete()
    _write(statutes, {**kept, **rules})
    return statutes


@transaction.atomic
def bring_into_force(statutes: StatuteSet, *, from_on: date, today: date) -> StatuteSet:
    """From a day to come. Only the very first set may have begun already: nothing was held under another."""
    statutes = _locked(statutes)
    _refuse_unless_draft(statutes)
    dated = StatuteSet.objects.dated()
    if from_on <= today and dated.exists():
        raise StatutesRefused(_("Choose a day to come. What was decided until today stays under the statutes of then."))
    if dated.filter(in_force_from_on=from_on).exists():
        raise StatutesRefused(_("Other statutes begin on that day already. Choose another day."))
    statutes.in_force_from_on = from_on
    statutes.save(update_fields=["in_force_from_on"])
    return statutes


@transaction.atomic
def take_back(statutes: StatuteSet, *, today: date) -> StatuteSet:
    """A set that has not begun becomes a draft again."""
    statutes = _locked(statutes)
    if statutes.in_force_from_on is None:
        raise StatutesRefused(_("These statutes are a draft already."))
    if statutes.in_force_from_on <= today:
        raise StatutesRefused(_("These statutes are in force, or were. Draft new ones instead."))
    if statutes.frozen_at is not None:
        raise StatutesRefused(_("An assembly was called under these statutes. Draft new ones instead."))
    statutes.in_force_from_on = None
    statutes.save(update_fields=["in_force_from_on"])
    return statutes


@transaction.atomic
def discard(statutes: StatuteSet) -> None:
    """Of drafts only."""
    statutes = _locked(statutes)
    _refuse_unless_draft(statutes)
    statutes.delete()


@transaction.atomic
def freeze_statutes(on: date, *, now: datetime) -> StatuteBook:
    """What a meeting copies: the book in force on that day, whose set is not taken back any more."""
    statutes = StatuteSet.objects.in_force_on(on).first()
    if statutes is None:
        return StatuteBook()
    statutes = _locked(statutes)
    if statutes.frozen_at is None:
        statutes.frozen_at = now
        statutes.save(update_fields=["frozen_at"])
    return statutes.book


def _locked(statutes: StatuteSet) -> StatuteSet:
    found = StatuteSet.objects.select_for_update(of=("self",)).filter(pk=statutes.pk).first()
    if found is None:
        raise StatutesRefused(_("This draft was discarded meanwhile."))
    return found


def _refuse_unless_draft(statutes: StatuteSet) -> None:
    if not statutes.is_draft:
        raise StatutesRefused(_("These statutes have their day and do not change. Draft new ones instead."))


def _write(statutes: StatuteSet, rules: Mapping[Parameter, Rule]) -> None:
    Statute.objects.bulk_create(
        [
            Statute(statutes=statutes, parameter=parameter, value=rule.value, article=rule.article)
            for parameter, rule in rules.items()
        ]
    )
