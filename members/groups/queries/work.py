"""Meetings and tasks: of a group, and of a person."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from cms.languages.ordering import in_order
from members.accounts.models import User
from members.groups.models import Attendance, Group, GroupMeeting, Task


def tasks(group: Group) -> QuerySet[Task]:
    return group.tasks.select_related("owner").by_urgency()


def next_meeting(group: Group, *, now: datetime) -> GroupMeeting | None:
    return group.meetings.to_come(now=now).first()


def meetings_to_come(group: Group, *, now: datetime) -> QuerySet[GroupMeeting]:
    return group.meetings.to_come(now=now)


def meetings_past(group: Group, *, now: datetime) -> QuerySet[GroupMeeting]:
    """Held or cancelled, the latest first, each with `is_noted`: whether somebody wrote down who was there."""
    over = group.meetings.exclude(pk__in=group.meetings.to_come(now=now).values("pk")).order_by("-starts_at")
    return over.annotate(is_noted=Exists(Attendance.objects.filter(meeting=OuterRef("pk"))))


def meeting_readable(key: str, *, group: Group, person: User, on: date) -> GroupMeeting | None:
    seen = GroupMeeting.objects.visible_to(person, on=on).filter(group=group, key=key)
    return seen.select_related("group").first()


def people_present(meeting: GroupMeeting) -> QuerySet[User]:
    return User.objects.filter(attendances__meeting=meeting).order_by(in_order("name"))


def tasks_of(person: User, *, on: date) -> QuerySet[Task]:
    """What a person still has to do in their groups, the most urgent first, for the dashboard."""
    return Task.objects.visible_to(person, on=on).filter(owner=person).undone().select_related("group").by_urgency()


def meetings_of(person: User, *, now: datetime) -> QuerySet[GroupMeeting]:
    """Meetings to come of a person's own groups, the next one first, for the dashboard."""
    mine = Group.objects.of(person, on=now.date())
    return GroupMeeting.objects.to_come(now=now).filter(group__in=mine).select_related("group")
