"""Counting what is searched for, without persons, and forgetting what was rare.

Counted is what had to be worked out: a page that is answered from memory (cms.front) never comes here, so that the
same question by strangers counts once in five minutes and process. Counts wait in memory, because a question must not
wait for the database's one writer; a process that is killed takes those of its last seconds with it.
"""

from __future__ import annotations

import secrets
import threading
from collections import Counter
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Case, F, Value, When

from cms.front.hearing import unheard
from search.models import DaySalt, SearchSum
from search.rules.questions import Query
from search.rules.sums import RARE, is_first_asking, mark_of, normalised

EVERY = timedelta(seconds=10)
KEPT = timedelta(days=400)  # a year can be compared with the one before

Asked = tuple[date, str, str, bool]  # day, language, words, found nothing


class Waiting:
    """Counts on their way into the database, in one process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.counts: Counter[Asked] = Counter()
        self.written_at: datetime | None = None

    def add(self, asked: Asked, *, now: datetime) -> Counter[Asked]:
        """What is to be written now; nothing while the last writing is not ten seconds ago."""
        with self.lock:
            self.counts[asked] += 1
            if self.written_at is not None and self.written_at <= now < self.written_at + EVERY:
                return Counter()
            ready, self.counts, self.written_at = self.counts, Counter(), now
            return ready


waiting = Waiting()


def count_question(query: Query, *, found: int, now: datetime) -> None:
    """A question as somebody first asks it; turning its pages is no new one."""
    if is_first_asking(query):
        write_sums(waiting.add((now.date(), query.language, normalised(query.text), not found), now=now))


def write_sums(counts: Counter[Asked]) -> None:
    """Unheard: the page that was asked for shows none of it, and may be kept."""
    if not counts:
        return
    with unheard(), transaction.atomic():
        for (day, language, words, in_vain), number in sorted(counts.items()):
            add(day, language, mark="", words="", number=number, in_vain=number * in_vain)
            salt = salt_of(day)
            if words and salt:
                add(day, language, mark=mark_of(words, salt=salt), words=words, number=number, in_vain=number * in_vain)


def salt_of(day: date) -> str:
    """Empty for a day that is over: nothing may be added to it any more."""
    row, _is_new = DaySalt.objects.get_or_create(day_on=day, defaults={"salt": secrets.token_hex(32)})
    return row.salt


def add(day: date, language: str, *, mark: str, words: str, number: int, in_vain: int) -> None:
    """The words are written with the asking that makes them frequent."""
    rows, _is_new = SearchSum.objects.get_or_create(day_on=day, language=language, mark=mark)
    SearchSum.objects.filter(pk=rows.pk).update(
        asked=F("asked") + number,
        in_vain=F("in_vain") + in_vain,
        words=Case(When(asked__gte=RARE - number, then=Value(words)), default=F("words")),
    )


@transaction.atomic
def forget_rare_questions(*, now: datetime) -> int:
    """Of days that are over: what was rare goes, and the salt with it. How many days were closed."""
    over = DaySalt.objects.filter(day_on__lt=now.date()).exclude(salt="")
    days = list(over.values_list("day_on", flat=True))
    if not days:
        return 0
    SearchSum.objects.filter(day_on__in=days, words="").exclude(mark="").delete()
    SearchSum.objects.filter(day_on__lt=now.date() - KEPT).delete()
    DaySalt.objects.filter(day_on__lt=now.date() - KEPT).delete()
    return over.update(salt="")
