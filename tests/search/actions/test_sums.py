"""How often was searched for what: sums that lead to nobody."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.test import Client

from search.actions import rebuild
from search.actions.sums import EVERY, count_question, forget_rare_questions, waiting
from search.models import DaySalt, SearchSum
from search.rules.questions import Query
from search.rules.sums import RARE
from tests.cms.front.conftest import reading
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_waiting() -> Iterator[None]:
    for _time in range(2):
        waiting.counts.clear()
        waiting.written_at = None
        if not _time:
            yield


def ask(words: str, *, times: int, now: datetime, found: int = 1) -> datetime:
    """Each time later than the last writing, so that each is written; when the last one was."""
    for _time in range(times):
        now += EVERY
        count_question(Query(text=words), found=found, now=now)
    return now


def sums() -> dict[str, tuple[int, int]]:
    return {row.words: (row.asked, row.in_vain) for row in SearchSum.objects.exclude(mark="")}


def test_words_are_written_with_the_asking_that_makes_them_frequent(now: datetime) -> None:
    ask("Budget", times=RARE - 1, now=now)
    rare = sums()
    ask("budget", times=1, now=now + timedelta(hours=1))

    assert rare == {"": (RARE - 1, 0)}
    assert sums() == {"budget": (RARE, 0)}


def test_all_questions_together_are_counted_too_the_personal_ones_among_them(now: datetime) -> None:
    ask("wen@kite.example", times=7, now=now, found=0)

    whole = SearchSum.objects.get(mark="")
    assert (whole.asked, whole.in_vain, whole.words) == (7, 7, "")
    assert sums() == {}


def test_when_the_day_is_over_what_was_rare_is_forgotten_and_no_mark_can_be_read(now: datetime) -> None:
    ask("budget", times=RARE, now=now)
    ask("a name", times=1, now=now + timedelta(hours=1))

    today, tomorrow = forget_rare_questions(now=now), forget_rare_questions(now=now + timedelta(days=1))

    assert (today, tomorrow, forget_rare_questions(now=now + timedelta(days=1))) == (0, 1, 0)
    assert sums() == {"budget": (RARE, 0)}
    assert DaySalt.objects.get().salt == ""
    assert str(DaySalt.objects.get()) == "2026-06-10"


def test_nothing_is_added_to_a_day_that_is_closed(now: datetime) -> None:
    ask("budget", times=1, now=now)
    forget_rare_questions(now=now + timedelta(days=1))

    ask("budget", times=1, now=now + timedelta(minutes=1))

    assert sums() == {}


def test_after_a_year_and_a_month_the_sums_go(now: datetime) -> None:
    ask("budget", times=RARE, now=now)
    later = ask("budget", times=1, now=now + timedelta(days=401))

    forget_rare_questions(now=later + timedelta(days=1))

    assert [str(row) for row in SearchSum.objects.all()] == ["2027-07-16: …"]


def test_questions_wait_ten_seconds_in_memory_and_are_written_together(now: datetime) -> None:
    for seconds in (0, 1, 2, 11):
        count_question(Query(text="budget"), found=1, now=now + timedelta(seconds=seconds))

    whole = SearchSum.objects.get(mark="")
    assert whole.asked == 4


def test_turning_pages_counts_nothing(now: datetime) -> None:
    count_question(Query(text="budget", page=2), found=30, now=now)

    assert not SearchSum.objects.exists()


def test_a_page_that_is_worked_out_is_counted(
    client: Client, site_root: SiteRoot, site_engine: str, now: datetime
) -> None:
    rebuild(now=now)

    client.get("/en/search/", {"q": "zeppelin"})

    whole = SearchSum.objects.get(mark="")
    assert (whole.asked, whole.in_vain, whole.language) == (1, 1, "en")


def test_a_page_that_was_counted_is_kept_in_memory(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    rebuild(now=now)

    with reading() as reader:
        first, second = (reader.get("/en/search/", "q=zeppelin") for _time in range(2))

    assert reader.asked == ["/en/search/?q=zeppelin"]
    assert first.body == second.body
    assert SearchSum.objects.get(mark="").asked == 1
