"""Taking part oneself, or by proxy."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import PROXY, AssemblyRefused, locked
from governance.assembly.models import Assembly, Presence, Proxy
from governance.assembly.queries.attendance import mandate_of, may_vote_on_the_roll, speaks_for
from governance.assembly.rules.proxies import Request, deadline, obstacle
from governance.assembly.rules.words import State, Way
from governance.ledger.actions import append
from governance.statutes.rules import Parameter
from governance.voting.actions import BallotRefused, hand_over
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
    _pass_votes(assembly, givers=[organisation], to=None, holding=Holding.OWN)
    _pass_votes(assembly, givers=_givers(assembly, holder=organisation), to=None, holding=Holding.PROXY)
    there.until_at = now
    there.save(update_fields=["until_at"])
    append("left", body={"assembly": assembly.key, "organisation": organisation.key}, now=now)


@transaction.atomic
def give_proxy(
    assembly: Assembly, *, giver: Organisation, holder: Organisation, by: User, instructions: str = "", now: datetime
) -> Proxy:
    """`holder` votes for `giver`. Cap and membership of the holder are read under the meeting's lock."""
    assembly = locked(assembly)
    if not speaks_for(by, giver, assembly=assembly):
        raise AssemblyRefused(_("You are not in the delegation of %(name)s.") % {"name": giver.name})
    until = deadline(assembly.closes_at, hours=assembly.book.number(Parameter.PROXY_HOURS))
    reason = obstacle(_request(assembly, giver=giver, holder=holder), now=now, until=until)
    if reason is not None:
        raise AssemblyRefused(str(PROXY[reason]))
    proxy = Proxy.objects.create(
        assembly=assembly, giver=giver, holder=holder, instructions=instructions, given_by=by, given_at=now
    )
    there = assembly.presences.now_there().filter(organisation=holder).select_related("person").first()
    _pass_votes(assembly, givers=[giver], to=there.person if there else None, holding=Holding.PROXY)
    append("proxy", body={"assembly": assembly.key, "giver": giver.key, "holder": holder.key}, now=now)
    return proxy


@transaction.atomic
def revoke_proxy(proxy: Proxy, *, by: User, now: datetime) -> None:
    """Taken back by its giver, until a ballot paper was drawn with it."""
    assembly = locked(proxy.assembly)
    standing = Proxy.objects.standing().select_for_update(of=("self",)).filter(pk=proxy.pk).first()
    if standing is None:
        raise AssemblyRefused(_("This proxy was taken back already."))
    if not speaks_for(by, standing.giver, assembly=assembly):
        raise AssemblyRefused(_("Only the organisation that gave a proxy may take it back."))
    _pass_votes(assembly, givers=[standing.giver], to=None, holding=Holding.OWN)
    standing.revoked_at = now
    standing.save(update_fields=["revoked_at"])
    append("proxy taken back", body={"assembly": assembly.key, "giver": standing.giver.key}, now=now)


def _request(assembly: Assembly, *, giver: Organisation, holder: Organisation) -> Request:
    standing = Proxy.objects.standing().filter(assembly=assembly)
    return Request(
        roll_is_frozen=assembly.state in (State.FROZEN, State.OPEN),
        giver_is_holder=giver.pk == holder.pk,
        giver_may_vote=may_vote_on_the_roll(assembly, giver),
        holder_may_vote=may_vote_on_the_roll(assembly, holder),
        giver_gave_one=standing.filter(giver=giver).exists(),
        giver_is_present=assembly.presences.now_there().filter(organisation=giver).exists(),
        giver_holds=standing.filter(holder=giver).count(),
        held=standing.filter(holder=holder).count(),
        cap=assembly.book.number(Parameter.PROXIES_PER_HOLDER),
    )


def _the_same_person(presence: Presence, person: User) -> Presence:
    if presence.person_id == person.pk:
        return presence
    message = _("%(person)s is registered for %(name)s already. One person votes for an organisation at a time.")
    raise AssemblyRefused(message % {"person": presence.person.name, "name": presence.organisation.name})


def _take_the_votes(assembly: Assembly, *, organisation: Organisation, person: User) -> None:
    _pass_votes(assembly, givers=[organisation], to=person, holding=Holding.OWN)
    _pass_votes(assembly, givers=_givers(assembly, holder=organisation), to=person, holding=Holding.PROXY)


def _givers(assembly: Assembly, *, holder: Organisation) -> list[Organisation]:
    return [proxy.giver for proxy in assembly.proxies.standing().filter(holder=holder).select_related("giver")]


def _pass_votes(assembly: Assembly, *, givers: list[Organisation], to: User | None, holding: Holding) -> None:
    for giver in givers:
        mandate = mandate_of(assembly, giver)
        if mandate is None:
            continue
        try:
            hand_over(mandate, to=to, holding=holding)
        except BallotRefused as refused:
            raise AssemblyRefused(str(refused)) from refused
