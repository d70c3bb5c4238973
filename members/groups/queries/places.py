"""Which groups a person sees, and what they may do in one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from members.accounts.models import User
from members.groups import rules
from members.groups.models import Group, GroupMembership
from members.groups.models.labels import REASON, Label
from members.groups.permissions import reader_of
from members.groups.rules import Reason, Role


@dataclass(frozen=True, kw_only=True)
class Place:
    """Who a person is in a group today, and what follows from it, as flags for a template."""

    role: Role | None
    reason: Reason
    reads: bool
    starts: bool
    replies: bool
    leads: bool
    plans: bool
    joins: bool
    asks: bool

    @property
    def why(self) -> Label:
        return REASON[self.reason]


def place_in(group: Group, person: User, *, on: date) -> Place | None:
    """None: this person must not learn that the group exists."""
    reader, policies = reader_of(person, group, on=on), group.policies
    reason = rules.reason_to_see(reader, policies)
    if reason is None:
        return None
    return Place(
        role=reader.role,
        reason=reason,
        reads=rules.may_read(reader, policies),
        starts=rules.may_start_discussion(reader, policies),
        replies=rules.may_reply(reader, policies),
        leads=rules.may_lead(reader),
        plans=rules.may_plan(reader),
        joins=rules.may_join(reader, policies),
        asks=rules.may_ask_to_join(reader, policies),
    )


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list of groups."""

    group: Group
    role: Role | None
    people: int
    lively_at: datetime | None


def groups_seen(person: User, *, on: date) -> list[Entry]:
    """Groups at work that a person may know of; those with life first."""
    mine = GroupMembership.objects.on(on).filter(group=OuterRef("pk"), person=person)
    people = GroupMembership.objects.on(on).filter(group=OuterRef("pk")).order_by().values("group")
    seen = Group.objects.visible_to(person, on=on).filter(closed_on__isnull=True)
    rows = seen.annotate(
        my_role=Subquery(mine.values("role")[:1]),
        people=Coalesce(Subquery(people.annotate(n=Count("person", distinct=True)).values("n")), 0),
        lively_at=Max("topics__last_post_at"),
    ).order_by(F("lively_at").desc(nulls_last=True), "slug")
    return [_entry(group) for group in rows]


def _entry(row: Any) -> Entry:
    role = Role(row.my_role) if row.my_role else None
    return Entry(group=row, role=role, people=row.people, lively_at=row.lively_at)


def group_seen(slug: str, *, person: User, on: date) -> Group | None:
    return Group.objects.visible_to(person, on=on).filter(slug=slug).first()
