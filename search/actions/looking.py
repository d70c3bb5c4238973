"""Looking for what is new in a saved search, and mailing it: once, whoever else looks, whenever it is killed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.languages import LANGUAGES
from cms.models import CaseStudyPage
from members.accounts.models import User
from members.delivery.actions import enqueue
from members.delivery.rules import HeaderRefused, Recipient, Stream
from members.organisations.permissions import may_enter_extranet
from search import notices
from search.actions.saving import due_at
from search.models import SavedMatch, SavedSearch
from search.queries.saved import News, index_mark, news_of
from search.rules.saved import Frequency


def look(search: SavedSearch, *, now: datetime) -> int:
    """How many studies its person is told of. SearchUnavailable when nobody can say: it stays due.

    The index is asked before the transaction, which may wait for nobody but another look at the same search.
    """
    mark = index_mark()
    is_member = may_enter_extranet(search.person, now=now)
    found = news_of(search) if is_member else []
    with transaction.atomic():
        if not claim(search, mark=mark, now=now):
            return 0
        return tell(search, found, now=now)


def claim(search: SavedSearch, *, mark: int, now: datetime) -> bool:
    """Whether this look is the one: the row is as it was read, and from here to the commit nobody else changes it."""
    unchanged = SavedSearch.objects.active().filter(pk=search.pk, due_at=search.due_at, seen=search.seen)
    next_at = due_at(search.person, Frequency(search.frequency), now=now)
    return bool(unchanged.update(due_at=next_at, seen=mark))


def tell(search: SavedSearch, found: list[CaseStudyPage], *, now: datetime) -> int:
    """One mail of all that was not told yet; each match and the mail that tells it are one transaction."""
    known = set(search.matches.values_list("work", flat=True))
    new = [page for page in found if page.translation_key not in known]
    reader = recipient(search.person)
    if not new or reader is None:
        return 0
    SavedMatch.objects.bulk_create(SavedMatch(search=search, work=page.translation_key, told_at=now) for page in new)
    said = {reader.language: notices.matches_found(News(search=search, pages=new), reader.language)}
    enqueue(stream=Stream.SAVED_SEARCH, about=search.name, renderings=said, recipients=[reader], now=now)
    return len(new)


def recipient(person: User) -> Recipient | None:
    """None for an address that no header can hold: such a person gets no mail of any kind."""
    language = person.language if person.language in LANGUAGES else "en"
    try:
        return Recipient(address=person.email, language=language, user_id=person.pk, name=person.get_short_name())
    except HeaderRefused:
        return None
