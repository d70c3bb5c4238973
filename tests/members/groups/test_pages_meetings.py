"""Meetings on their pages, in a calendar and in the secretariat’s screens."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.languages import translated
from members.delivery.models import Delivery
from members.groups.models import Group, GroupMeeting
from members.groups.rules import Role, Visibility
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.groups import GroupFactory, MeetingFactory, person_in
from tests.site import SiteRoot

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


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


def addresses() -> list[str]:
    return sorted(Delivery.objects.values_list("address", flat=True))


def test_a_co_chair_plans_in_their_own_time(group: Group, client: Client) -> None:
    client.force_login(person_in(group, role=Role.CO_CHAIR, time_zone="Africa/Nairobi"))

    answer = client.post(f"{PAGE}plan/", TYPED)

    meeting = GroupMeeting.objects.get()
    assert answer.headers["Location"] == f"{PAGE}{meeting.key}/"
    assert meeting.starts_at == datetime(2036, 6, 18, 13, 0, tzinfo=UTC)
    page = client.get(f"{PAGE}{meeting.key}/").content.decode()
    assert "16:00" in page and "Nairobi (UTC+3)" in page


def test_times_the_wrong_way_round_are_said_at_their_field(group: Group, client: Client) -> None:
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.post(f"{PAGE}plan/", {**TYPED, "ends_at": "2036-06-18T15:00"}).content.decode()

    assert "The meeting ends before it starts." in page
    assert "June call" in page
    assert not GroupMeeting.objects.exists()


def test_a_meeting_is_changed_from_what_it_was(group: Group, client: Client) -> None:
    client.force_login(person_in(group, role=Role.CO_CHAIR))
    client.post(f"{PAGE}plan/", TYPED)
    meeting = GroupMeeting.objects.get()

    form = client.get(f"{PAGE}{meeting.key}/change/").content.decode()
    client.post(f"{PAGE}{meeting.key}/change/", {**TYPED, "title_en": "July call"})

    assert 'value="2036-06-18T16:00"' in form and "June call" in form
    meeting.refresh_from_db()
    assert (str(meeting.title), meeting.sequence) == ("July call", 1)


def test_a_change_that_comes_after_the_end_of_it_is_refused_in_words(
    group: Group, client: Client, now: datetime
) -> None:
    meeting = MeetingFactory(group=group, cancelled_at=now)
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    changed = client.post(f"{PAGE}{meeting.key}/change/", TYPED).content.decode()
    cancelled = client.post(f"{PAGE}{meeting.key}/cancel/", follow=True).content.decode()

    assert "This meeting was cancelled. Plan a new one." in changed
    assert "This meeting was cancelled. Plan a new one." in cancelled


def test_a_calendar_gets_the_meeting_with_its_number(group: Group, client: Client) -> None:
    meeting = MeetingFactory(group=group, sequence=3, place=translated(en="Room 3"), link="https://call.example/x")
    client.force_login(person_in(group))

    answer = client.get(f"{PAGE}{meeting.key}/meeting.ics")

    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert f"UID:{meeting.uid}\r\n" in text and "SEQUENCE:3\r\n" in text and "DTSTART:20260618T130000Z\r\n" in text
    assert "June call" in text and "Room 3" in text


def test_attendance_is_ticked_by_a_co_chair(group: Group, client: Client, now: datetime) -> None:
    there = person_in(group, name="Wen Castellanos")
    meeting = MeetingFactory(group=group, starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1))
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.get(f"{PAGE}{meeting.key}/attendance/").content.decode()
    client.post(f"{PAGE}{meeting.key}/attendance/", {"people": [there.pk]})

    assert "Wen Castellanos" in page
    assert "Wen Castellanos" in client.get(f"{PAGE}{meeting.key}/").content.decode()
    assert "attendance noted" in client.get(PAGE).content.decode()


def test_attendance_before_the_meeting_is_refused_in_words(group: Group, client: Client) -> None:
    ahead = datetime(2036, 6, 18, 13, 0, tzinfo=UTC)
    meeting = MeetingFactory(group=group, starts_at=ahead, ends_at=ahead + timedelta(hours=1))
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.post(f"{PAGE}{meeting.key}/attendance/", {"people": []}).content.decode()

    assert "Nobody can have been there yet" in page


@pytest.mark.parametrize("way", ["plan/", "KEY/change/", "KEY/attendance/"])
def test_a_member_finds_no_page_that_changes_meetings(group: Group, client: Client, way: str) -> None:
    meeting = MeetingFactory(group=group)
    client.force_login(person_in(group))

    assert client.get(PAGE + way.replace("KEY", meeting.key)).status_code == 404


def test_a_meeting_of_another_group_is_not_found_here(group: Group, client: Client) -> None:
    meeting = MeetingFactory(group=GroupFactory())
    client.force_login(person_in(group))

    assert client.get(f"{PAGE}{meeting.key}/").status_code == 404


def test_the_list_takes_the_same_queries_for_one_meeting_and_for_three(group: Group, client: Client) -> None:
    client.force_login(person_in(group))
    counts = []
    for _round in range(2):
        MeetingFactory(group=group)
        MeetingFactory(
            group=group, starts_at=datetime(2036, 1, 1, tzinfo=UTC), ends_at=datetime(2036, 1, 2, tzinfo=UTC)
        )
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_secretariat_changes_a_meeting_and_calendars_learn_of_it(group: Group, client: Client) -> None:
    meeting = MeetingFactory(group=group)
    person_in(group, email="wen@a.example")
    sign_in_with_second_factor(client, StaffFactory())
    typed = {**TYPED, "group": group.pk, "starts_at": "2036-06-18 13:00", "ends_at": "2036-06-18 14:00"}

    client.post(reverse("groupmeeting:edit", args=[meeting.pk]), typed)

    meeting.refresh_from_db()
    assert (meeting.starts_at.year, meeting.sequence) == (2036, 1)
    assert addresses() == ["wen@a.example"]


def test_the_secretariat_plans_a_meeting(group: Group, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    typed = {**TYPED, "group": group.pk, "starts_at": "2036-06-18 13:00", "ends_at": "2036-06-18 14:00"}

    client.post(reverse("groupmeeting:add"), typed)

    assert GroupMeeting.objects.get().group == group


def test_the_secretariat_reads_why_a_cancelled_meeting_is_not_changed(
    group: Group, client: Client, now: datetime
) -> None:
    meeting = MeetingFactory(group=group, cancelled_at=now)
    sign_in_with_second_factor(client, StaffFactory())
    typed = {**TYPED, "group": group.pk, "starts_at": "2036-06-18 13:00", "ends_at": "2036-06-18 14:00"}

    page = client.post(reverse("groupmeeting:edit", args=[meeting.pk]), typed).content.decode()

    assert "This meeting was cancelled. Plan a new one." in page


def test_the_group_s_page_shows_the_next_meeting_by_its_day_in_the_reader_s_time(group: Group, client: Client) -> None:
    meeting = MeetingFactory(
        group=group,
        starts_at=datetime(2036, 6, 18, 22, 30, tzinfo=UTC),
        ends_at=datetime(2036, 6, 18, 23, 0, tzinfo=UTC),
        place=translated(en="Room 4"),
    )
    client.force_login(person_in(group, time_zone="Africa/Nairobi"))

    page = client.get("/en/groups/participation/").content.decode()

    assert '<time datetime="2036-06-19T01:30:00+03:00"><b>19</b>June</time>' in page
    assert "<p>01:30–02:00 (Nairobi (UTC+3))<br>Room 4</p>" in page
    assert f"/en/groups/participation/meetings/{meeting.key}/meeting.ics" in page
