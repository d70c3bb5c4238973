"""A meeting as a file that calendars read (RFC 5545), and know again when it changes (UID and SEQUENCE)."""

from dataclasses import dataclass
from datetime import UTC, datetime

import icalendar


@dataclass(frozen=True, kw_only=True)
class Event:
    """One meeting. `sequence` grows with every change; a cancelled meeting is told as such, not left out."""

    uid: str
    sequence: int
    told_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    agenda: str
    address: str
    is_cancelled: bool


def calendar_file(event: Event) -> bytes:
    """UTF-8, CRLF, no line longer than 75 octets; times in UTC, which each calendar turns into its own."""
    calendar = icalendar.Calendar()
    for name, said in (("prodid", "-//Plenary//Working groups//EN"), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(name, said)
    calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: Event) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    for name, moment in (("dtstamp", event.told_at), ("dtstart", event.starts_at), ("dtend", event.ends_at)):
        component.add(name, moment.astimezone(UTC))
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    for name, text in (("summary", event.title), ("location", event.place), ("description", event.agenda)):
        if text:
            component.add(name, text)
    component.add("url", event.address)
    return component
