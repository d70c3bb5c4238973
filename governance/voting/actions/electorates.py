"""Electorates and their mandates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Draw, Electorate, Mandate, Teller
from governance.voting.rules.words import Holding

if TYPE_CHECKING:
    from members.accounts.models import User
    from members.organisations.models import Organisation


def make_electorate(name: str) -> Electorate:
    return Electorate.objects.create(name=name)


def give_mandate(
    electorate: Electorate, *, to: Organisation | User, held_by: User | None = None, units: int = 1
) -> Mandate:
    """The right to vote for an organisation (held by nobody until a delegate registers), or for a person herself."""
    if to._meta.label == "organisations.Organisation":
        return Mandate.objects.create(electorate=electorate, organisation_id=to.pk, held_by=held_by, units=units)
    return Mandate.objects.create(electorate=electorate, person_id=to.pk, held_by_id=to.pk, units=units)


@transaction.atomic
def hand_over(mandate: Mandate, *, to: User | None, holding: Holding) -> Mandate:
    """Another person votes with it from now on; refused once a credential was drawn with it."""
    locked = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate.pk)
    if Draw.objects.filter(mandate=locked).exists():
        raise BallotRefused(
            _("The credentials of %(mandate)s were drawn already. A new series is needed.") % {"mandate": locked}
        )
    locked.held_by, locked.holding = to, holding
    locked.save(update_fields=["held_by", "holding"])
    return locked


@transaction.atomic
def appoint_teller(electorate: Electorate, *, person: User, on: date) -> Teller:
    """May sign the counts of this electorate from that day on; nobody of the secretariat. Twice is once."""
    Electorate.objects.select_for_update().get(pk=electorate.pk)
    standing = Teller.objects.filter(electorate=electorate, person=person, until_on=None).first()
    if standing is not None:
        return standing
    if not person.is_active:
        raise BallotRefused(_("%(person)s has no account to sign with any more.") % {"person": person})
    if person.is_staff:
        message = _("%(person)s is of the secretariat, which runs the count, and cannot be a teller.")
        raise BallotRefused(message % {"person": person})
    return Teller.objects.create(electorate=electorate, person=person, from_on=on)


@transaction.atomic
def dismiss_teller(teller: Teller, *, on: date) -> Teller:
    """Signs nothing from that day on; what was signed stays."""
    fresh = Teller.objects.select_for_update(of=("self",)).get(pk=teller.pk)
    if fresh.until_on is not None:
        raise BallotRefused(_("This teller was released already."))
    fresh.until_on = max(on, fresh.from_on)
    fresh.save(update_fields=["until_on"])
    return fresh
