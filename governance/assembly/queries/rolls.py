"""The roll of a meeting, and what was objected to it."""

from __future__ import annotations

from dataclasses import dataclass

from cms.languages.ordering import in_order
from governance.assembly.models import Assembly, Delegation, Presence, RollEntry, RollObjection
from members.accounts.models import User
from members.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class RollPage:
    """`unnamed` are those at risk, counted and not named. `objections` are those to the lines that are shown."""

    entries: list[RollEntry]
    unnamed: int
    objections: list[RollObjection]


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One organisation at the door: its delegation, and who is there for it."""

    entry: RollEntry
    delegation: list[Delegation]
    presence: Presence | None

    @property
    def organisation(self) -> Organisation:
        return self.entry.organisation


def roll_page(assembly: Assembly, *, user: User) -> RollPage:
    """Who may vote and who may not, and why, by name."""
    entries = assembly.roll.select_related("organisation", "correction__objection").order_by(
        in_order("organisation__name")
    )
    seen = Organisation.objects.visible_to(user)
    shown = list(entries.filter(organisation__in=seen))
    objections = assembly.rollobjections.filter(entry__organisation__in=seen, organisation__in=seen)
    return RollPage(
        entries=shown,
        unnamed=entries.count() - len(shown),
        objections=list(objections.select_related("organisation", "entry__organisation").order_by("raised_at", "pk")),
    )


def entry_of(assembly: Assembly, *, slug: str, user: User) -> RollEntry | None:
    """A line of the roll that this person may read."""
    seen = Organisation.objects.visible_to(user)
    found = assembly.roll.filter(organisation__slug=slug, organisation__in=seen)
    return found.select_related("organisation", "assembly").first()


def door(assembly: Assembly) -> list[Desk]:
    """Every organisation on the roll, by name, in a constant number of queries."""
    people = assembly.delegations.select_related("person").order_by(in_order("person__name"), "pk")
    there = assembly.presences.now_there().select_related("person")
    by_organisation: dict[int, list[Delegation]] = {}
    for one in people:
        by_organisation.setdefault(one.organisation_id, []).append(one)
    present = {one.organisation_id: one for one in there}
    entries = assembly.roll.select_related("organisation", "correction").order_by(in_order("organisation__name"))
    return [
        Desk(
            entry=entry,
            delegation=by_organisation.get(entry.organisation_id, []),
            presence=present.get(entry.organisation_id),
        )
        for entry in entries
    ]
