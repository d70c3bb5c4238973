"""Who gets mail at once, what counts as being named, and what a digest covers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.groups.rules import Frequency, digest_day, digest_window, is_mailed_at_once, is_named
from members.groups.rules.mail import FIRST_DIGEST, LONGEST_DIGEST, SETTLING

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
moments = st.datetimes(
    min_value=NOW.replace(year=2020, tzinfo=None), max_value=NOW.replace(year=2030, tzinfo=None), timezones=st.just(UTC)
)


@pytest.mark.parametrize(
    ("frequency", "at_once", "when_named"),
    [
        (Frequency.EVERY_REPLY, True, True),
        (Frequency.DAILY, False, True),
        (Frequency.WHEN_NAMED, False, True),
        (Frequency.NEVER, False, False),
    ],
)
def test_each_choice_says_when_mail_comes_at_once(*, frequency: Frequency, at_once: bool, when_named: bool) -> None:
    told = is_mailed_at_once(frequency, named=False), is_mailed_at_once(frequency, named=True)

    assert told == (at_once, when_named)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask Wen Castellanos about it.", True),
        ("@wen castellanos, could you?", True),
        ("What does WEN\nCASTELLANOS think?", True),
        ("Ask Wen.", False),
        ("Ask Gwen Castellanos.", False),
        ("Wen Castellanosa wrote it.", False),
        ("", False),
    ],
)
def test_a_person_is_named_by_the_whole_name(*, text: str, named: bool) -> None:
    assert is_named("Wen Castellanos", text) == named


def test_a_person_without_a_name_is_never_named() -> None:
    assert not is_named("  ", "Anybody could be meant.")


@given(
    name=st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=20),
    before=st.sampled_from(["", "@", "(", " "]),
)
def test_whoever_is_written_out_between_spaces_is_named(name: str, before: str) -> None:
    assert is_named(name, f"{before}{name}, please")


@pytest.mark.parametrize(("hour", "day"), [(6, None), (7, date(2026, 6, 10)), (23, date(2026, 6, 10))])
def test_a_digest_waits_for_the_morning(hour: int, day: date | None) -> None:
    assert digest_day(NOW.replace(hour=hour, minute=0)) == day


def test_the_first_digest_covers_a_day() -> None:
    assert digest_window(now=NOW, last_at=None) == (NOW - SETTLING - FIRST_DIGEST, NOW - SETTLING)


@given(first=moments, wait=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=6)))
def test_two_digests_leave_no_gap_and_share_nothing(first: datetime, wait: timedelta) -> None:
    _since, until = digest_window(now=first, last_at=None)

    since, _until = digest_window(now=first + wait, last_at=first)

    assert since == until


@given(now=moments, last_at=st.none() | moments)
def test_no_digest_covers_more_than_a_week_or_what_may_not_be_committed(
    now: datetime, last_at: datetime | None
) -> None:
    since, until = digest_window(now=now, last_at=last_at)

    assert until == now - SETTLING
    assert until - since <= LONGEST_DIGEST
