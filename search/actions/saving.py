"""A member keeps a search, changes it, lets it rest, gives it up."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.delivery.actions import allow_again
from search.models import SavedSearch
from search.queries.saved import index_mark, stops_of
from search.rules.addresses import address_of
from search.rules.questions import Query
from search.rules.saved import MOST_SAVED, Frequency, next_look


class SavingRefused(Exception):
    """Worded for the person who saves."""


@transaction.atomic
def save_search(person: User, query: Query, *, name: str, frequency: Frequency, now: datetime) -> SavedSearch:
    """From now on; saved again, it gets the new name and frequency, and goes on where it was."""
    asked = address_of(query)
    kept = SavedSearch.objects.visible_to(person).select_for_update()
    known = kept.filter(asked=asked, language=query.language).first()
    if known is not None:
        change_search(known, name=name, frequency=frequency, now=now)
        return known
    if kept.count() >= MOST_SAVED:
        raise SavingRefused(_("You keep %(most)s searches. Delete one before you save another.") % {"most": MOST_SAVED})
    return SavedSearch.objects.create(
        person=person,
        name=name,
        asked=asked,
        language=query.language,
        frequency=frequency.value,
        since_at=now,
        due_at=due_at(person, frequency, now=now),
        seen=index_mark(),
    )


def change_search(search: SavedSearch, *, name: str, frequency: Frequency, now: datetime) -> None:
    search.name, search.frequency = name, frequency.value
    search.due_at = due_at(search.person, frequency, now=now)
    search.save(update_fields=["name", "frequency", "due_at"])


def pause_search(search: SavedSearch, *, now: datetime) -> None:
    search.paused_at = search.paused_at or now
    search.save(update_fields=["paused_at"])


def resume_search(search: SavedSearch, *, now: datetime) -> None:
    """What was published meanwhile is not told: whoever wanted quiet does not want it all at once afterwards."""
    if search.paused_at is None:
        return
    search.paused_at, search.since_at = None, now
    search.due_at = due_at(search.person, Frequency(search.frequency), now=now)
    search.save(update_fields=["paused_at", "since_at", "due_at"])


def delete_search(search: SavedSearch) -> None:
    search.delete()


def hear_again(person: User) -> None:
    """The person takes back the “stop” that they pressed in a mail."""
    for suppression in stops_of(person):
        allow_again(suppression)


def due_at(person: User, frequency: Frequency, *, now: datetime) -> datetime:
    return next_look(frequency, local=now.astimezone(ZoneInfo(person.time_zone)))
