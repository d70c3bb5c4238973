"""When a translation is behind its original: by the moments at which both were published, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.rules.translations import State, Version, behind_since, state_of

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
versions = st.builds(Version, live=st.booleans(), published_at=moments, covers=moments)


def version(published_at: datetime | None, *, covers: datetime | None = None) -> Version:
    return Version(live=True, published_at=published_at, covers=covers)


@pytest.mark.parametrize(
    ("translation", "state"),
    [
        (None, State.MISSING),
        (Version(live=False, published_at=NOON + HOUR), State.DRAFT),
        (version(NOON - HOUR), State.BEHIND),
        (version(None), State.BEHIND),
        (version(NOON), State.CURRENT),
        (version(NOON + HOUR), State.CURRENT),
        (version(NOON - HOUR, covers=NOON), State.CURRENT),
        (version(NOON - HOUR, covers=NOON - HOUR), State.BEHIND),
    ],
)
def test_the_state_of_a_translation(translation: Version | None, state: State) -> None:
    assert state_of(translation, original=version(NOON)) is state


def test_nothing_is_behind_an_original_that_was_never_published() -> None:
    assert state_of(version(None), original=Version(live=False)) is State.CURRENT


@given(versions, versions)
def test_what_is_behind_has_been_since_the_original_was_published(translation: Version, original: Version) -> None:
    since = behind_since(translation, original=original)

    assert since in (None, original.published_at)
    assert (state_of(translation, original=original) is State.BEHIND) == (translation.live and since is not None)


@given(versions, versions)
def test_a_word_on_the_latest_publication_always_ends_it(translation: Version, original: Version) -> None:
    said = Version(live=translation.live, published_at=translation.published_at, covers=original.published_at)

    assert behind_since(said, original=original) is None
