"""Who may take part, and who does."""

from __future__ import annotations

from django.db.models import Sum

from cms.languages.ordering import in_order
from governance.assembly.models import Assembly, Delegation
from governance.assembly.rules.quorum import Attendance
from governance.voting.models import Mandate
from members.accounts.models import User
from members.organisations.models import Organisation


def speaks_for(person: User, organisation: Organisation, *, assembly: Assembly) -> bool:
    return Delegation.objects.filter(assembly=assembly, organisation=organisation, person=person).exists()


def delegations_of(person: User, *, assembly: Assembly) -> list[Organisation]:
    """The organisations that a person speaks for in a meeting, by name."""
    return list(
        Organisation.objects.filter(delegations__assembly=assembly, delegations__person=person).order_by(
            in_order("name")
        )
    )


def may_vote_on_the_roll(assembly: Assembly, organisation: Organisation) -> bool:
    return assembly.roll.entitled().filter(organisation=organisation).exists()


def mandate_of(assembly: Assembly, organisation: Organisation) -> Mandate | None:
    return Mandate.objects.filter(electorate=assembly.electorate_id, organisation=organisation).first()


def attendance_of(assembly: Assembly) -> Attendance:
    """In units: those registered and entitled, those whose standing proxy is held by one registered, all entitled."""
    entitled = assembly.roll.entitled()
    there = assembly.presences.now_there().values("organisation")
    represented = assembly.proxies.standing().filter(holder__in=there).values("giver")
    return Attendance(
        present=_units(entitled.filter(organisation__in=there).aggregate(units=Sum("units"))),
        represented=_units(entitled.filter(organisation__in=represented).aggregate(units=Sum("units"))),
        entitled=_units(entitled.aggregate(units=Sum("units"))),
    )


def counted_for_quorum(assembly: Assembly) -> Attendance:
    """With those represented or without them, as the statutes say."""
    attendance = attendance_of(assembly)
    return attendance if assembly.book.quorum().counts_proxies else attendance.without_proxies


def _units(summed: dict[str, int | None]) -> int:
    return summed["units"] or 0
