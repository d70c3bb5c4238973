"""Meetings: planned, changed and cancelled so that people and their calendars learn of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cms.languages import TranslatedText, translated
from members.delivery.models import Delivery, Rendering
from members.groups import actions
from members.groups.actions import GroupRefused
from members.groups.models import GroupMeeting, Subscription
from members.groups.rules import Frequency, Role
from tests.factories.accounts import StaffFactory
from tests.factories.groups import GroupFactory, MeetingFactory, person_in

pytestmark = pytest.mark.django_db
PAGE = "/en/groups/participation/meetings/"
START = datetime(2026, 6, 18, 13, 0, tzinfo=UTC)
TYPED = {
    "title_en": "June call",
    "title_fr": "",
    "title_es": "",
    "place_en": "",
    "place_fr": "",
    "place_es": "",
    "agenda_en": "",
    "agenda_fr": "",
    "agenda_es": "",
    "link": "",
    "starts_at": "2036-06-18T16:00",
    "ends_at": "2036-06-18T17:00",
}


def plan(**fields: Any) -> Any:
    plain = {
        "title": translated(en="June call"),
        "agenda": TranslatedText(),
        "place": translated(en="Room 3"),
        "link": "",
        "starts_at": START,
        "ends_at": START + timedelta(hours=1),
    }
    return {**plain, **fields}


def addresses() -> list[str]:
    return sorted(Delivery.objects.values_list("address", flat=True))


def test_a_co_chair_plans_a_meeting_and_everybody_who_wants_mail_is_told(now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR, email="noor@a.example")
    person_in(group, email="wen@a.example", language="fr")
    silent = person_in(group)
    Subscription.objects.create(group=group, person=silent, frequency=Frequency.NEVER.value)

    meeting = actions.plan_meeting(group, by=co_chair, now=now, **plan())

    assert (meeting.starts_at, meeting.sequence) == (START, 0)
    assert addresses() == ["noor@a.example", "wen@a.example"]
    assert sorted(Rendering.objects.values_list("language", flat=True)) == ["en", "fr"]


def test_a_meeting_that_ends_before_it_starts_is_refused(now: datetime) -> None:
    group = GroupFactory()

    with pytest.raises(GroupRefused, match="ends before it starts"):
        actions.plan_meeting(group, by=person_in(group, role=Role.CO_CHAIR), now=now, **plan(ends_at=START))

    assert not GroupMeeting.objects.exists()


def test_the_database_refuses_such_a_meeting_too() -> None:
    group = GroupFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingFactory(group=group, ends_at=START - timedelta(hours=2))


def test_a_change_raises_the_sequence_and_is_told_once(now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR)
    meeting = actions.plan_meeting(group, by=co_chair, now=now, **plan())

    changed = actions.change_meeting(meeting, by=co_chair, now=now, **plan(place=translated(en="Room 4")))
    again = actions.change_meeting(meeting, by=co_chair, now=now, **plan(place=translated(en="Room 4")))

    assert (changed.sequence, again.sequence, str(again.place)) == (1, 1, "Room 4")
    assert Rendering.objects.filter(text__contains="This meeting has changed").count() == 1
    assert changed.uid == meeting.uid


def test_a_cancelled_meeting_stays_and_is_not_changed_any_more(now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR)
    meeting = MeetingFactory(group=group)

    actions.cancel_meeting(meeting, by=co_chair, now=now)

    meeting.refresh_from_db()
    assert (meeting.cancelled_at, meeting.sequence) == (now, 1)
    assert Rendering.objects.filter(text__contains="does not take place").count() == 1
    with pytest.raises(GroupRefused, match="This meeting was cancelled"):
        actions.change_meeting(meeting, by=co_chair, now=now, **plan())
    with pytest.raises(GroupRefused, match="This meeting was cancelled"):
        actions.cancel_meeting(meeting, by=co_chair, now=now)


def test_a_member_plans_nothing_and_the_secretariat_does(now: datetime) -> None:
    group = GroupFactory()

    with pytest.raises(GroupRefused, match="Only a co-chair of the group or the secretariat"):
        actions.plan_meeting(group, by=person_in(group), now=now, **plan())
    actions.plan_meeting(group, by=StaffFactory(), now=now, **plan())

    assert GroupMeeting.objects.count() == 1


def test_who_was_there_is_noted_and_noted_better(now: datetime) -> None:
    group = GroupFactory()
    co_chair, one, two = person_in(group, role=Role.CO_CHAIR), person_in(group), person_in(group)
    meeting = MeetingFactory(group=group, starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1))

    actions.note_attendance(meeting, people=[one, two], by=co_chair, now=now)
    actions.note_attendance(meeting, people=[co_chair, two], by=co_chair, now=now)

    assert set(meeting.attendances.values_list("person", flat=True)) == {co_chair.pk, two.pk}


@pytest.mark.parametrize("fields", [{}, {"starts_at": START - timedelta(days=30), "cancelled_at": START}])
def test_nobody_was_in_a_meeting_that_has_not_been(fields: dict[str, Any], now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR)

    with pytest.raises(GroupRefused, match="Nobody can have been there yet"):
        actions.note_attendance(MeetingFactory(group=group, **fields), people=[co_chair], by=co_chair, now=now)
