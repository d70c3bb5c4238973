"""A member keeps a search, changes it, lets it rest, gives it up."""

from datetime import UTC, datetime, timedelta

import pytest

from members.delivery.models import Suppression
from search.actions import saving
from search.models import SavedSearch
from search.queries.saved import is_stopped, searches_of
from search.rules.questions import Query
from search.rules.saved import MOST_SAVED, Frequency
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
WELLS = Query(text="wells", filters={"theme": ("water",)})


def kept(now: datetime, *, frequency: Frequency = Frequency.DAILY, **person: object) -> SavedSearch:
    reader = UserFactory(**{"time_zone": "Africa/Nairobi", **person})
    return saving.save_search(reader, WELLS, name="Wells", frequency=frequency, now=now)


def test_a_search_is_kept_by_its_address_and_begins_now(now: datetime) -> None:
    search = kept(now)

    assert (search.asked, search.language, search.name, str(search)) == ("?q=wells&theme=water", "en", "Wells", "Wells")
    assert search.since_at == now
    assert search.due_at == datetime(2026, 6, 11, 4, 0, tzinfo=UTC)  # seven in Nairobi


def test_saving_it_again_changes_it_and_keeps_its_place(now: datetime) -> None:
    first = kept(now)

    again = saving.save_search(
        first.person, WELLS, name="Water", frequency=Frequency.WEEKLY, now=now + timedelta(days=1)
    )

    first.refresh_from_db()
    assert again == first
    assert (first.name, first.frequency, first.since_at) == ("Water", "weekly", now)


def test_the_same_words_in_another_language_are_another_search(now: datetime) -> None:
    first = kept(now)

    saving.save_search(
        first.person, Query(text="wells", language="fr"), name="Puits", frequency=Frequency.DAILY, now=now
    )

    assert [search.name for search in searches_of(first.person)] == ["Puits", "Wells"]


def test_nobody_keeps_more_than_fifty(now: datetime) -> None:
    person = UserFactory()
    for number in range(MOST_SAVED):
        query = Query(text=f"well {number}")
        saving.save_search(person, query, name="Well", frequency=Frequency.DAILY, now=now)

    with pytest.raises(saving.SavingRefused, match="You keep 50 searches"):
        saving.save_search(person, WELLS, name="One more", frequency=Frequency.DAILY, now=now)


def test_whoever_takes_a_search_up_again_is_told_of_what_comes_from_then_on(now: datetime) -> None:
    search = kept(now)
    later = now + timedelta(days=9)

    saving.pause_search(search, now=now)
    saving.pause_search(search, now=later)
    paused_at = search.paused_at
    saving.resume_search(search, now=later)

    search.refresh_from_db()
    assert paused_at == now
    assert (search.paused_at, search.since_at) == (None, later)
    assert search.due_at > later


def test_taking_up_what_does_not_rest_changes_nothing(now: datetime) -> None:
    search = kept(now)

    saving.resume_search(search, now=now + timedelta(days=1))

    search.refresh_from_db()
    assert search.since_at == now


def test_what_is_deleted_is_gone(now: datetime) -> None:
    search = kept(now)

    saving.delete_search(search)

    assert not SavedSearch.objects.exists()


def test_a_stop_can_be_taken_back_for_these_mails_alone(now: datetime) -> None:
    search = kept(now, email="Teodora@kite.example")
    for stream in ("saved_search", "group"):
        Suppression.objects.create(address="teodora@kite.example", stream=stream, reason="Pressed.", since_at=now)
    was_stopped = is_stopped(search.person)

    saving.hear_again(search.person)

    assert was_stopped is True
    assert is_stopped(search.person) is False
    assert [row.stream for row in Suppression.objects.all()] == ["group"]
