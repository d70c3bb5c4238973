"""Questions about groups: what a person sees in them, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from members.accounts.models import User
from members.groups import rules
from members.groups.models import (
    Document,
    DocumentVersion,
    Group,
    GroupMeeting,
    GroupMembership,
    JoinRequest,
    Post,
    ReadMark,
    Task,
    Topic,
)
from members.groups.models.labels import REASON, Label
from members.groups.permissions import reader_of
from members.groups.rules import Reason, RequestState, Role
from members.organisations.models import Contact, Organisation


@dataclass(frozen=True, kw_only=True)
class Place:
    """Who a person is in a group today, and what follows from it, as flags for a template."""

    role: Role | None
    reason: Reason
    reads: bool
    starts: bool
    replies: bool
    leads: bool
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


def group_read(slug: str, *, person: User, on: date) -> Group | None:
    return Group.objects.readable_by(person, on=on).filter(slug=slug).first()


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person in a group, with the names of the organisations that the reader may know of."""

    membership: GroupMembership
    organisations: str

    @property
    def name(self) -> str:
        return self.membership.person.name


@dataclass(frozen=True, kw_only=True)
class Numbers:
    people: int
    organisations: int


def people_in(group: Group, *, reader: User, on: date) -> list[Member]:
    """Everybody in the group on that day, co-chairs first, then by name."""
    memberships = list(group.memberships.on(on).select_related("person").order_by("person__name"))
    names = organisations_named([row.person_id for row in memberships], reader=reader, on=on)
    members = [Member(membership=row, organisations=names.get(row.person_id, "")) for row in memberships]
    return sorted(members, key=lambda member: member.membership.role != Role.CO_CHAIR.value)


def numbers_of(group: Group, *, on: date) -> Numbers:
    people = GroupMembership.objects.on(on).filter(group=group).values("person")
    acting = Contact.objects.on(on).filter(user__in=people)
    return Numbers(people=people.distinct().count(), organisations=acting.values("organisation").distinct().count())


def organisations_named(people: Iterable[int], *, reader: User, on: date) -> dict[int, str]:
    """By person's id, the organisations that they act for on that day; none that must not be named to the reader."""
    seen = Organisation.objects.visible_to(reader).values("pk")
    acting = Contact.objects.on(on).filter(user__in=list(people), organisation__in=seen)
    pairs = acting.order_by("organisation__name").values_list("user_id", "organisation__name").distinct()
    named: dict[int, list[str]] = {}
    for person, name in pairs:
        named.setdefault(person, []).append(name)
    return {person: ", ".join(names) for person, names in named.items()}


def discussions(group: Group, *, reader: User) -> QuerySet[Topic]:
    return Topic.objects.filter(group=group).with_life(reader).latest_first()


@dataclass(frozen=True, kw_only=True)
class Line:
    """One post as a reader sees it."""

    post: Post
    organisations: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Discussion:
    topic: Topic
    lines: list[Line]

    @property
    def replies(self) -> int:
        return len(self.lines) - 1

    @property
    def writers(self) -> int:
        return len({line.post.author_id for line in self.lines})

    @property
    def new(self) -> list[Line]:
        return [line for line in self.lines if line.is_new]


def discussion(key: str, *, reader: User, on: date) -> Discussion | None:
    """A discussion with its posts in order; None when this person may not read it."""
    topic = Topic.objects.visible_to(reader, on=on).select_related("group").filter(key=key).first()
    if topic is None:
        return None
    posts = list(topic.posts.select_related("author").in_order())
    names = organisations_named([post.author_id for post in posts], reader=reader, on=on)
    mark = ReadMark.objects.filter(topic=topic, person=reader).values_list("read_at", flat=True).first()
    lines = [
        Line(post=post, organisations=names.get(post.author_id, ""), is_new=_is_new(post, reader=reader, mark=mark))
        for post in posts
    ]
    return Discussion(topic=topic, lines=lines)


def _is_new(post: Post, *, reader: User, mark: datetime | None) -> bool:
    # Somebody who opens a discussion for the first time needs no marks: everything is new to them.
    return mark is not None and post.posted_at > mark and post.author_id != reader.pk


def documents(group: Group) -> QuerySet[Document]:
    """The latest first, each with its `history`, newest version first."""
    history = DocumentVersion.objects.select_related("author").order_by("-number")
    return group.documents.prefetch_related(Prefetch("versions", history, to_attr="history")).order_by("-changed_at")


def version_readable(key: str, *, number: int, person: User, on: date) -> DocumentVersion | None:
    seen = DocumentVersion.objects.visible_to(person, on=on)
    return seen.filter(document__key=key, number=number).first()


def tasks(group: Group) -> QuerySet[Task]:
    return group.tasks.select_related("owner").by_urgency()


def next_meeting(group: Group, *, now: datetime) -> GroupMeeting | None:
    return group.meetings.to_come(now=now).first()


def requests_to_join(group: Group) -> QuerySet[JoinRequest]:
    waiting = group.join_requests.filter(state=RequestState.OPEN.value)
    return waiting.select_related("person").order_by("asked_at")


def topics_unread(person: User, *, on: date) -> QuerySet[Topic]:
    """Discussions of a person's own groups in which others wrote since they last looked, for the dashboard."""
    mine = Topic.objects.filter(group__in=Group.objects.of(person, on=on), closed_at__isnull=True)
    return mine.select_related("group").with_life(person).filter(Q(unread__gt=0)).order_by("-last_post_at")


def tasks_of(person: User, *, on: date) -> QuerySet[Task]:
    """What a person still has to do in their groups, the most urgent first, for the dashboard."""
    return Task.objects.visible_to(person, on=on).filter(owner=person).undone().select_related("group").by_urgency()


def meetings_of(person: User, *, now: datetime) -> QuerySet[GroupMeeting]:
    """Meetings to come of a person's own groups, the next one first, for the dashboard."""
    mine = Group.objects.of(person, on=now.date())
    return GroupMeeting.objects.to_come(now=now).filter(group__in=mine).select_related("group")
