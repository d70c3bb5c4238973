"""Who is in a delegation; replaceable until the meeting closes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import AssemblyRefused, locked, refuse_unless_in
from governance.assembly.models import Assembly, Delegation
from governance.assembly.rules.words import Part, State
from governance.ledger.actions import append
from governance.statutes.rules import Parameter
from members.accounts.models import User
from members.organisations.models import Organisation


@transaction.atomic
def appoint(assembly: Assembly, *, organisation: Organisation, person: User, part: Part, now: datetime) -> Delegation:
    """Into the delegation, or to another part in it. A new head makes the one before a delegate."""
    assembly = _with_roll(assembly)
    if not assembly.roll.filter(organisation=organisation).exists():
        raise AssemblyRefused(_("%(name)s is not on the roll of this assembly.") % {"name": organisation.name})
    others = assembly.delegations.filter(organisation=organisation).exclude(person=person)
    if part == Part.HEAD:
        others.filter(part=Part.HEAD).update(part=Part.DELEGATE)
    most = assembly.book.number(Parameter.DELEGATES)
    if part != Part.ALTERNATE and others.exclude(part=Part.ALTERNATE).count() >= most:
        message = _("A delegation has at most %(most)s people besides its alternates (art. %(article)s).")
        raise AssemblyRefused(message % {"most": most, "article": assembly.book.article(Parameter.DELEGATES)})
    delegation, _new = Delegation.objects.update_or_create(
        assembly=assembly, organisation=organisation, person=person, defaults={"part": part}
    )
    body = {"assembly": assembly.key, "organisation": organisation.key, "person": person.pk, "part": str(part)}
    append("appointed", body=body, now=now)
    return delegation


@transaction.atomic
def dismiss(delegation: Delegation, *, now: datetime) -> None:
    """Out of the delegation; refused for somebody who is registered."""
    assembly = _with_roll(delegation.assembly)
    organisation, person = delegation.organisation, delegation.person
    if assembly.presences.now_there().filter(organisation=organisation, person=person).exists():
        raise AssemblyRefused(_("%(person)s is registered and has to leave first.") % {"person": person.name})
    delegation.delete()
    append(
        "dismissed",
        body={"assembly": assembly.key, "organisation": organisation.key, "person": person.pk},
        now=now,
    )


def _with_roll(assembly: Assembly) -> Assembly:
    assembly = locked(assembly)
    message = _("Delegations are made when the roll is frozen, and can be changed until the assembly closes.")
    refuse_unless_in(assembly, (State.FROZEN, State.OPEN), message)
    return assembly
