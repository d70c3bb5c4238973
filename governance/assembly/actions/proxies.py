"""Voting through another organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.drafting import draft
from governance.assembly.actions.mandates import pass_votes
from governance.assembly.actions.refusals import PROXY, AssemblyRefused, locked
from governance.assembly.models import Assembly, Motion, Proxy
from governance.assembly.queries.attendance import mandate_of, may_vote_on_the_roll, speaks_for
from governance.assembly.rules.proxies import Request, deadline, obstacle
from governance.assembly.rules.words import State
from governance.ledger.actions import append
from governance.statutes.rules import Parameter
from governance.voting.actions import BallotRefused, instruct
from governance.voting.models import Instruction
from governance.voting.rules.words import Holding
from members.accounts.models import User
from members.organisations.models import Organisation


@transaction.atomic
def give_proxy(
    assembly: Assembly,
    *,
    giver: Organisation,
    holder: Organisation,
    by: User,
    instructions: str = "",
    told: Mapping[Motion, int] | None = None,
    now: datetime,
) -> Proxy:
    """`holder` votes for `giver`. Cap and membership of the holder are read under the meeting's lock.

    `told` is the number of the option that the holder must choose, for motions that are not put to the vote yet.
    """
    assembly = locked(assembly)
    _refuse_unless_possible(assembly, giver=giver, holder=holder, by=by, now=now)
    proxy = Proxy.objects.create(
        assembly=assembly, giver=giver, holder=holder, instructions=instructions, given_by=by, given_at=now
    )
    there = assembly.presences.now_there().filter(organisation=holder).select_related("person").first()
    _bind(assembly, giver=giver, told=told or {})
    pass_votes(assembly, of=[giver], to=there.person if there else None, holding=Holding.PROXY)
    append("proxy", body={"assembly": assembly.key, "giver": giver.key, "holder": holder.key}, now=now)
    return proxy


def why_no_proxy(assembly: Assembly, *, giver: Organisation, now: datetime) -> str:
    """What keeps this organisation from giving its vote to anybody, in words; empty when nothing does."""
    asked = replace(_of_giver(assembly, giver), holder_may_vote=True)
    until = deadline(assembly.closes_at, hours=assembly.book.number(Parameter.PROXY_HOURS))
    reason = obstacle(asked, now=now, until=until)
    return "" if reason is None else str(PROXY[reason])


@transaction.atomic
def revoke_proxy(proxy: Proxy, *, by: User, now: datetime) -> None:
    """Taken back by its giver with what was told, until a ballot paper was drawn with it."""
    assembly = locked(proxy.assembly)
    standing = Proxy.objects.standing().select_for_update(of=("self",)).filter(pk=proxy.pk).first()
    if standing is None:
        raise AssemblyRefused(_("This proxy was taken back already."))
    if not speaks_for(by, standing.giver, assembly=assembly):
        raise AssemblyRefused(_("Only the organisation that gave a proxy may take it back."))
    pass_votes(assembly, of=[standing.giver], to=None, holding=Holding.OWN)
    # They bound this holder; the next one is told anew.
    # What bound the holder of a vote that is over stays beside its result.
    Instruction.objects.filter(mandate=mandate_of(assembly, standing.giver), ballot__closed_at=None).delete()
    standing.revoked_at = now
    standing.save(update_fields=["revoked_at"])
    append("proxy taken back", body={"assembly": assembly.key, "giver": standing.giver.key}, now=now)


def _refuse_unless_possible(
    assembly: Assembly, *, giver: Organisation, holder: Organisation, by: User, now: datetime
) -> None:
    if not speaks_for(by, giver, assembly=assembly):
        raise AssemblyRefused(_("You are not in the delegation of %(name)s.") % {"name": giver.name})
    until = deadline(assembly.closes_at, hours=assembly.book.number(Parameter.PROXY_HOURS))
    reason = obstacle(_request(assembly, giver=giver, holder=holder), now=now, until=until)
    if reason is not None:
        raise AssemblyRefused(str(PROXY[reason]))


def _request(assembly: Assembly, *, giver: Organisation, holder: Organisation) -> Request:
    standing = Proxy.objects.standing().filter(assembly=assembly)
    return replace(
        _of_giver(assembly, giver),
        giver_is_holder=giver.pk == holder.pk,
        holder_may_vote=may_vote_on_the_roll(assembly, holder),
        holder_gave_one=standing.filter(giver=holder).exists(),
        held=standing.filter(holder=holder).count(),
    )


def _of_giver(assembly: Assembly, giver: Organisation) -> Request:
    """What is known before a holder is chosen."""
    standing = Proxy.objects.standing().filter(assembly=assembly)
    return Request(
        roll_is_frozen=assembly.state in (State.FROZEN, State.OPEN),
        giver_is_holder=False,
        giver_may_vote=may_vote_on_the_roll(assembly, giver),
        holder_may_vote=False,
        giver_gave_one=standing.filter(giver=giver).exists(),
        giver_is_present=assembly.presences.now_there().filter(organisation=giver).exists(),
        holder_gave_one=False,
        giver_holds=standing.filter(holder=giver).count(),
        held=0,
        cap=assembly.book.number(Parameter.PROXIES_PER_HOLDER),
    )


def _bind(assembly: Assembly, *, giver: Organisation, told: Mapping[Motion, int]) -> None:
    mandate = mandate_of(assembly, giver)
    assert mandate is not None
    for motion, number in told.items():
        try:
            instruct(draft(motion), mandate=mandate, choice=[[number]])
        except BallotRefused as refused:
            raise AssemblyRefused(str(refused)) from refused
