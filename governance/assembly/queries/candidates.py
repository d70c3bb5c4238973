"""Who stands in an election, and who cannot, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cms.languages.ordering import in_order
from governance.assembly.models import Assembly, Candidacy, Election
from governance.assembly.queries.steps import book_of
from governance.assembly.rules.standing import Stands, WhyNot, why_not
from governance.statutes.rules import Parameter, StatuteBook
from members.organisations.models import Contact, Organisation
from members.organisations.queries import standings
from members.organisations.rules import DuesRule, Right


@dataclass(frozen=True, kw_only=True)
class Candidate:
    candidacy: Candidacy
    why_not: tuple[WhyNot, ...]


def dues_rule(book: StatuteBook) -> DuesRule:
    suspends = frozenset(Right(word) for word in book.words(Parameter.DUES_SUSPEND))
    return DuesRule(years_in_arrears=book.number(Parameter.DUES_YEARS_IN_ARREARS), suspends=suspends)


def candidates_of(election: Election, *, on: date) -> list[Candidate]:
    """By name; as the frozen roll says, and before there is one, as things stand on that day."""
    rows = list(election.candidacies.select_related("person", "organisation").order_by(in_order("person__name"), "pk"))
    may_stand = _may_stand(election.assembly, [row.organisation for row in rows], on=on)
    acting = Contact.objects.on(on).filter(user__in=[row.person_id for row in rows])
    roles = set(acting.values_list("user", "organisation"))
    return [_candidate(row, may_stand=may_stand, roles=roles) for row in rows]


def _candidate(row: Candidacy, *, may_stand: set[int], roles: set[tuple[int, int]]) -> Candidate:
    known = Stands(
        has_consented=row.consented_at is not None,
        acts_for_the_organisation=(row.person_id, row.organisation_id) in roles,
        organisation_may_stand=row.organisation_id in may_stand,
    )
    return Candidate(candidacy=row, why_not=why_not(known))


def _may_stand(assembly: Assembly, organisations: list[Organisation], *, on: date) -> set[int]:
    if assembly.has_roll:
        entries = assembly.roll.filter(may_stand=True, organisation__in=organisations)
        return set(entries.values_list("organisation", flat=True))
    found = standings(organisations, on=on, rule=dues_rule(book_of(assembly)))
    return {pk for pk, standing in found.items() if standing.may(Right.STAND)}
