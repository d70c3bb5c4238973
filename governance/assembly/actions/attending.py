"""Taking part oneself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.mandates import givers, pass_votes
from governance.assembly.actions.refusals import AssemblyRefused, locked
from governance.assembly.models import Assembly, Presence, Proxy
from governance.assembly.queries.attendance import speaks_for
from governance.assembly.rules.words import State, Way
from governance.ledger.actions import append
from governance.voting.rules.words import Holding
from members.accounts.models import User
from members.organisations.models import Organisation


@transaction.atomic
def register(
    assembly: Assembly, *, organisation: Organisation, person: User, way: Way = Way.ONLINE, now: datetime
) -> Presence:
    """The person votes for the organisation from now on, and with the proxies that it holds. Twice is once."""
    assembly = locked(assembly)
    if assembly.state != State.OPEN:
        raise AssemblyRefused(_("You can register while the assembly is open."))
    if not speaks_for(person, organisation, assembly=assembly):
        raise AssemblyRefused(_("You are not in the delegation of %(name)s.") % {"name": organisation.name})
    there = assembly.presences.now_there().filter(organisation=organisation).select_related("person").first()
    if there is not None:
        return _the_same_person(there, person)
    if Proxy.objects.standing().filter(assembly=assembly, giver=organisation).exists():
        raise AssemblyRefused(_("Your organisation has given a proxy. Take it back first, then register."))
    presence = Presence.objects.create(
        assembly=assembly, organisation=organisation, person=person, way=way, from_at=now
    )
    _take_the_votes(assembly, organisation=organisation, person=person)
    append("registered", body={"assembly": assembly.key, "organisation": organisation.key}, now=now)
    return presence


@transaction.atomic
def leave(assembly: Assembly, *, organisation: Organisation, person: User, now: datetime) -> None:
    """The organisation no longer takes part; refused once a ballot paper was drawn for it."""
    assembly = locked(assembly)
    there = assembly.presences.now_there().filter(organisation=organisation, person=person).first()
    if there is None:
        raise AssemblyRefused(_("You are not registered for %(name)s.") % {"name": organisation.name})
    pass_votes(assembly, of=[organisation], to=None, holding=Holding.OWN)
    pass_votes(assembly, of=givers(assembly, holder=organisation), to=None, holding=Holding.PROXY)
    there.until_at = now
    there.save(update_fields=["until_at"])
    append("left", body={"assembly": assembly.key, "organisation": organisation.key}, now=now)


def _the_same_person(presence: Presence, person: User) -> Presence:
    if presence.person_id == person.pk:
        return presence
    message = _("%(person)s is registered for %(name)s already. One person votes for an organisation at a time.")
    raise AssemblyRefused(message % {"person": presence.person.name, "name": presence.organisation.name})


def _take_the_votes(assembly: Assembly, *, organisation: Organisation, person: User) -> None:
    pass_votes(assembly, of=[organisation], to=person, holding=Holding.OWN)
    pass_votes(assembly, of=givers(assembly, holder=organisation), to=person, holding=Holding.PROXY)
