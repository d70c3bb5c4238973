"""Who holds an organisation's vote changes hands here."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import AssemblyRefused
from governance.assembly.models import Assembly
from governance.assembly.queries.attendance import mandate_of
from governance.voting.actions import BallotRefused, hand_over
from governance.voting.rules.words import Holding
from members.accounts.models import User
from members.organisations.models import Organisation


def givers(assembly: Assembly, *, holder: Organisation) -> list[Organisation]:
    """Those whose standing proxy this organisation holds."""
    return [proxy.giver for proxy in assembly.proxies.standing().filter(holder=holder).select_related("giver")]


def pass_votes(assembly: Assembly, *, of: Iterable[Organisation], to: User | None, holding: Holding) -> None:
    """`to` votes for these from now on, nobody when None; AssemblyRefused once a ballot paper was drawn for one."""
    for organisation in of:
        mandate = mandate_of(assembly, organisation)
        if mandate is None:
            continue
        try:
            hand_over(mandate, to=to, holding=holding)
        except BallotRefused as refused:
            message = _("A ballot paper was drawn with the vote of %(name)s. It stays where it is until the close.")
            raise AssemblyRefused(message % {"name": organisation.name}) from refused
