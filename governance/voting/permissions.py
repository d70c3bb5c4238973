"""Who may do what with a ballot."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from governance.voting.models import Ballot, Mandate, Teller
from members.accounts.models import User


def may_see(person: User | AnonymousUser, ballot: Ballot, *, on: date) -> bool:
    """The same as `Ballot.objects.visible_to`, asked of one ballot."""
    if not isinstance(person, User) or not person.is_active:
        return False
    if person.is_staff:
        return True
    return ballot.opened_at is not None and _has_part(person, ballot, on=on)


def may_sign(person: User | AnonymousUser, ballot: Ballot, *, on: date) -> bool:
    """Tellers of its electorate, and nobody else: not the secretariat, which runs the count that they compare."""
    if not isinstance(person, User) or not person.is_active or person.is_staff:
        return False
    return tellers_of(ballot, on=on).filter(person=person).exists()


def tellers_of(ballot: Ballot, *, on: date) -> QuerySet[Teller]:
    return Teller.objects.on(on).filter(electorate=ballot.electorate_id)


def _has_part(person: User, ballot: Ballot, *, on: date) -> bool:
    acting = set(person.contacts.on(on).values_list("organisation", flat=True))
    return any(
        person.pk in (mandate.held_by_id, mandate.person_id) or mandate.organisation_id in acting
        for mandate in Mandate.objects.filter(electorate=ballot.electorate_id)
    )
