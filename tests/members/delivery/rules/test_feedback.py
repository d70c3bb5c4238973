"""What a report means for its mail, its address and its dispatch."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import (
    FeedbackKind,
    Report,
    Stream,
    is_alarming,
    says_no_such_address,
    streams_stopped_by,
)

UID = UUID("6f1b4f0e-54d5-4f0b-9c8e-0a5a3f4f7b11")


def report(kind: FeedbackKind, detail: str = "") -> Report:
    return Report(uid=UID, kind=kind, event_id="1", detail=detail)


@pytest.mark.parametrize(
    "text",
    ["5.1.1 smtp; 550 5.1.1 User unknown", "550 5.1.10 Null MX", "5.2.1 mailbox disabled", "550-5.1.3 bad syntax"],
)
def test_these_codes_say_that_nobody_lives_there(text: str) -> None:
    assert says_no_such_address(text)


@pytest.mark.parametrize(
    "text",
    ["5.2.2 mailbox full", "5.7.1 policy", "4.1.1 try again", "15.1.1", "5.1.1.2", "550 No", "relay 10.5.1.1", ""],
)
def test_these_words_do_not(text: str) -> None:
    assert not says_no_such_address(text)


def test_a_dead_address_gets_nothing_that_may_be_stopped_and_still_its_sign_in_codes() -> None:
    stopped = streams_stopped_by(report(FeedbackKind.BOUNCED, "5.1.1 gone"), stream=Stream.ACCOUNT)

    assert stopped == {Stream.BULLETIN, Stream.GROUP, Stream.SAVED_SEARCH}


def test_a_complaint_stops_the_stream_that_it_is_about() -> None:
    assert streams_stopped_by(report(FeedbackKind.COMPLAINED), stream=Stream.GROUP) == {Stream.GROUP}


@pytest.mark.parametrize(
    ("told", "stream"),
    [
        (report(FeedbackKind.BOUNCED, "5.2.2 full"), Stream.BULLETIN),
        (report(FeedbackKind.DELAYED, "4.4.1"), Stream.BULLETIN),
        (report(FeedbackKind.DELIVERED), Stream.BULLETIN),
        (report(FeedbackKind.COMPLAINED), Stream.STATUTORY),
    ],
)
def test_everything_else_stops_nothing(told: Report, stream: Stream) -> None:
    assert streams_stopped_by(told, stream=stream) == frozenset()


@given(st.sampled_from(FeedbackKind), st.text(max_size=40), st.sampled_from(Stream))
def test_no_report_ever_stops_what_reaches_everybody(kind: FeedbackKind, detail: str, stream: Stream) -> None:
    assert all(one.may_be_stopped for one in streams_stopped_by(report(kind, detail), stream=stream))


@pytest.mark.parametrize(
    ("taken", "bounced", "complained", "answer"),
    [
        (1000, 20, 0, "pause"),
        (1001, 20, 0, "go on"),
        (30, 19, 0, "go on"),
        (6000, 0, 3, "pause"),
        (6001, 0, 3, "go on"),
        (10, 0, 2, "go on"),
        (0, 0, 0, "go on"),
    ],
)
def test_a_share_and_a_number_together_are_alarming(taken: int, bounced: int, complained: int, answer: str) -> None:
    assert is_alarming(taken=taken, bounced=bounced, complained=complained) == (answer == "pause")
