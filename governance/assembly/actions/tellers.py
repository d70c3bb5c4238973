"""Who witnesses the counts of a meeting: nobody who runs them, and nobody who can win by them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import AssemblyRefused, locked
from governance.assembly.models import Assembly, Candidacy
from governance.ledger.actions import append
from governance.voting import actions as voting
from governance.voting.actions import BallotRefused
from governance.voting.models import Teller
from members.accounts.models import User


@transaction.atomic
def appoint_teller(assembly: Assembly, *, person: User, now: datetime) -> Teller:
    """May sign the counts of this meeting from today on. Twice is once."""
    assembly = locked(assembly)
    if assembly.electorate is None:
        raise AssemblyRefused(_("Tellers are appointed once the roll is frozen."))
    if stands(person, assembly=assembly):
        message = _("%(person)s stands in an election of this assembly and cannot be a teller of it.")
        raise AssemblyRefused(message % {"person": person.name})
    standing = Teller.objects.filter(electorate=assembly.electorate, person=person, until_on=None).first()
    try:
        teller = voting.appoint_teller(assembly.electorate, person=person, on=now.date())
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused
    if teller != standing:
        append("teller appointed", body={"assembly": assembly.key, "person": person.pk}, now=now)
    return teller


@transaction.atomic
def dismiss_teller(assembly: Assembly, *, teller: Teller, now: datetime) -> Teller:
    """Signs nothing from today on; what was signed stays."""
    assembly = locked(assembly)
    try:
        released = voting.dismiss_teller(teller, on=now.date())
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused
    append("teller dismissed", body={"assembly": assembly.key, "person": released.person_id}, now=now)
    return released


def stands(person: User, *, assembly: Assembly) -> bool:
    return Candidacy.objects.filter(election__assembly=assembly, person=person).exists()


def refuse_a_teller(person: User, *, assembly: Assembly, now: datetime) -> None:
    """AssemblyRefused for somebody who may sign the counts of this meeting; the caller holds its lock."""
    if Teller.objects.on(now.date()).filter(electorate=assembly.electorate_id, person=person).exists():
        message = _("%(person)s is a teller of this assembly and cannot stand in it. Release the teller first.")
        raise AssemblyRefused(message % {"person": person.name})
