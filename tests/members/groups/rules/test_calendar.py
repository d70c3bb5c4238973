"""What a calendar reads in the file of a meeting."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.groups.rules import Event, calendar_file

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300).filter(
    lambda one: one.strip() == one
)


def event(**fields: Any) -> Event:
    plain = {
        "uid": "6f1b",
        "sequence": 2,
        "told_at": NOON,
        "starts_at": NOON,
        "ends_at": NOON + timedelta(hours=1),
        "title": "June call",
        "place": "Room 3",
        "agenda": "One; two, three",
        "address": "https://kite.example/m/",
        "is_cancelled": False,
    }
    return Event(**{**plain, **fields})


def read(content: bytes) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(content)
    (found,) = calendar.walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_a_calendar_reads_what_was_planned() -> None:
    found = read(calendar_file(event()))

    assert {name: str(found[name]) for name in ("UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "DESCRIPTION")} == {
        "UID": "6f1b",
        "SEQUENCE": "2",
        "STATUS": "CONFIRMED",
        "SUMMARY": "June call",
        "LOCATION": "Room 3",
        "DESCRIPTION": "One; two, three",
    }
    assert (found.start, found.end) == (NOON, NOON + timedelta(hours=1))


def test_times_are_told_in_utc_whatever_zone_they_came_in() -> None:
    nairobi = NOON.astimezone(timezone(timedelta(hours=3)))

    assert b"DTSTART:20260610T120000Z" in calendar_file(event(starts_at=nairobi))


def test_a_cancelled_meeting_is_told_as_such() -> None:
    assert read(calendar_file(event(is_cancelled=True)))["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("name", ["place", "agenda"])
def test_what_is_not_known_yet_is_left_out(name: str) -> None:
    field = {"place": "LOCATION", "agenda": "DESCRIPTION"}[name]

    assert field not in read(calendar_file(event(**{name: ""})))


@given(words)
def test_any_title_comes_back_as_it_was_and_no_line_is_too_long(title: str) -> None:
    content = calendar_file(event(title=title))

    assert str(read(content)["SUMMARY"]) == title
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
