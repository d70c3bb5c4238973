"""Meetings of a group. Every change raises SEQUENCE, by which calendars know the newer file (RFC 5546 §2.1.4)."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from members.accounts.models import User
from members.groups import notices
from members.groups.actions.standing import GroupRefused, must_lead, must_plan
from members.groups.actions.telling import Notice, tell
from members.groups.models import Attendance, Group, GroupMeeting
from members.groups.queries import people_mailed


class Plan(TypedDict):
    """What is planned of a meeting."""

    title: TranslatedText
    agenda: TranslatedText
    place: TranslatedText
    link: str
    starts_at: datetime
    ends_at: datetime


@transaction.atomic
def plan_meeting(group: Group, *, by: User, now: datetime, **plan: Unpack[Plan]) -> GroupMeeting:
    must_plan(by, group, now=now)
    _must_be_in_order(plan)
    meeting = GroupMeeting.objects.create(group=group, **plan)
    _tell_all(meeting, notice=partial(notices.meeting_planned, meeting), now=now)
    return meeting


@transaction.atomic
def change_meeting(meeting: GroupMeeting, *, by: User, now: datetime, **plan: Unpack[Plan]) -> GroupMeeting:
    """Saved unchanged, nobody is told anything."""
    held = _held(meeting, by=by, now=now)
    _must_be_in_order(plan)
    changed = {name: value for name, value in plan.items() if getattr(held, name) != value}
    if not changed:
        return held
    for name, value in changed.items():
        setattr(held, name, value)
    held.sequence += 1
    held.save(update_fields=[*changed, "sequence"])
    _tell_all(held, notice=partial(notices.meeting_changed, held), now=now)
    return held


@transaction.atomic
def cancel_meeting(meeting: GroupMeeting, *, by: User, now: datetime) -> None:
    held = _held(meeting, by=by, now=now)
    held.cancelled_at = now
    held.sequence += 1
    held.save(update_fields=["cancelled_at", "sequence"])
    _tell_all(held, notice=partial(notices.meeting_cancelled, held), now=now)


@transaction.atomic
def note_attendance(meeting: GroupMeeting, *, people: Collection[User], by: User, now: datetime) -> None:
    """A co-chair writes down who was there, once the meeting has begun; noted again, the newer list holds."""
    must_lead(by, meeting.group, now=now)
    if meeting.starts_at > now or meeting.cancelled_at is not None:
        raise GroupRefused(_("Nobody can have been there yet: this meeting has not begun, or it was cancelled."))
    GroupMeeting.objects.select_for_update().get(pk=meeting.pk)
    meeting.attendances.exclude(person__in=people).delete()
    for person in people:
        Attendance.objects.get_or_create(meeting=meeting, person=person)


def _held(meeting: GroupMeeting, *, by: User, now: datetime) -> GroupMeeting:
    must_plan(by, meeting.group, now=now)
    held = GroupMeeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if held.cancelled_at is not None:
        raise GroupRefused(_("This meeting was cancelled. Plan a new one."))
    return held


def _must_be_in_order(plan: Plan) -> None:
    if plan["ends_at"] <= plan["starts_at"]:
        raise GroupRefused(_("The meeting ends before it starts. Change one of the two times."))


def _tell_all(meeting: GroupMeeting, *, notice: Notice, now: datetime) -> None:
    tell(people_mailed(meeting.group, on=now.date()), about=str(meeting), notice=notice, now=now)
