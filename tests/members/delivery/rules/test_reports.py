"""Reading what comes back: real shapes of reports, and shapes that are none."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import FeedbackKind, read_report, return_path
from tests.factories.delivery import bounce_of, complaint_about

UID = UUID("6f1b4f0e-54d5-4f0b-9c8e-0a5a3f4f7b11")


def test_the_return_path_names_its_mail() -> None:
    assert return_path(UID, domain="bounces.kite.example") == f"b+{UID.hex}@bounces.kite.example"


def test_a_bounce_is_known_by_the_address_it_came_to() -> None:
    told = read_report(bounce_of(UID, status="5.1.1", said="smtp; 550 5.1.1 User unknown"))

    assert told is not None
    assert (told.uid, told.kind, told.detail) == (UID, FeedbackKind.BOUNCED, "5.1.1 smtp; 550 5.1.1 User unknown")


@pytest.mark.parametrize(
    ("action", "kind"),
    [("failed", FeedbackKind.BOUNCED), ("Delayed", FeedbackKind.DELAYED), ("delivered", FeedbackKind.DELIVERED)],
)
def test_each_action_has_its_kind(action: str, kind: FeedbackKind) -> None:
    told = read_report(bounce_of(UID, action=action))

    assert told is not None and told.kind is kind


def test_a_bounce_is_known_by_the_envelope_id_alone() -> None:
    raw = bounce_of(UID).replace(f"b+{UID.hex}@".encode(), b"postmaster@")

    told = read_report(raw)

    assert told is not None and told.uid == UID


def test_a_bounce_is_known_by_the_returned_message_id_alone() -> None:
    raw = bounce_of(UID).replace(UID.hex.encode(), b"nothing")

    told = read_report(raw)

    assert told is not None and told.uid == UID


def test_a_complaint_is_known_by_the_returned_message_id() -> None:
    told = read_report(complaint_about(UID))

    assert told is not None
    assert (told.uid, told.kind) == (UID, FeedbackKind.COMPLAINED)


def test_the_same_report_has_the_same_id_and_another_has_another() -> None:
    one, again, other = (read_report(bounce_of(UID, message_id=name)) for name in ("a@mx", "a@mx", "b@mx"))

    assert one is not None and again is not None and other is not None
    assert one.event_id == again.event_id != other.event_id


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"To: b+nothing@bounces.example\r\n\r\nHello",
        f"To: b+{UID.hex}@bounces.example\r\nSubject: Out of office\r\n\r\nI am away.".encode(),
        bounce_of(UID, action="expanded"),
        bounce_of(UID, action=""),
    ],
)
def test_what_is_no_report_is_nothing(raw: bytes) -> None:
    assert read_report(raw) is None


@given(st.binary(max_size=400))
def test_no_bytes_whatever_break_the_reader(raw: bytes) -> None:
    read_report(b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n" + raw)


@given(st.uuids())
def test_every_mail_is_found_again_by_its_return_path(uid: UUID) -> None:
    told = read_report(bounce_of(uid))

    assert told is not None and told.uid == uid
    assert told.uid != uuid4()
