"""Mail about what is new in a saved search: each study once, whoever looks, whenever a worker dies."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from cms.models import CaseStudyPage
from members.accounts.models import User
from members.delivery.models import Delivery, Dispatch, Rendering
from search.actions import rebuild, saving
from search.actions.looking import look
from search.models import SavedMatch, SavedSearch
from search.queries.saved import due_searches, index_mark
from search.rules.questions import Query
from search.rules.saved import Frequency
from search.tasks import look_for_news, replay_journal
from tests.factories.accounts import UserFactory
from tests.factories.groups import person_of_the_network
from tests.factories.search import study
from tests.mailbox import Mailbox
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
Publish = Callable[..., CaseStudyPage]


@pytest.fixture
def publish(site_root: SiteRoot, site_engine: str, now: datetime) -> Publish:
    """Publishes a study at a moment, and lets the index follow."""
    study(site_root.home("en"), "An old well")
    rebuild(now=now)

    def published(title: str, *, at: datetime, **fields: object) -> CaseStudyPage:
        page = study(site_root.home("en"), title, **fields)
        CaseStudyPage.objects.filter(pk=page.pk).update(first_published_at=at)
        replay_journal(at)
        return page

    return published


def saved(person: User, now: datetime, *, frequency: Frequency = Frequency.AT_ONCE) -> SavedSearch:
    return saving.save_search(person, Query(text="well"), name="Wells", frequency=frequency, now=now)


def mailed() -> list[str]:
    return [row.subject for row in Rendering.objects.order_by("pk")]


def test_a_new_study_is_mailed_once_and_what_was_there_before_is_not(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(), now)
    later = now + timedelta(minutes=1)
    publish("A new well", at=later)

    looks = [look_for_news(later), look_for_news(later)]

    assert looks == [1, 0]
    assert mailed() == ["Wells: 1 new study"]
    assert Dispatch.objects.get().stream == "saved_search"
    assert "An old well" not in Rendering.objects.get().text


def test_it_arrives_in_the_readers_language_with_a_press_that_stops_it(
    publish: Publish, now: datetime, mailbox: Mailbox
) -> None:
    saved(person_of_the_network(email="lucien@kite.example", language="fr"), now)
    later = now + timedelta(minutes=1)
    page = publish("A new well", at=later, summary="Water for all.")
    look_for_news(later)

    (message,) = mailbox.deliver()

    assert message.recipients == ("lucien@kite.example",)
    assert "List-Unsubscribe" in message.message
    assert str(page.full_url) in Rendering.objects.get().text
    assert Rendering.objects.get().language == "fr"


def test_without_anything_new_there_is_no_mail(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(), now)
    publish("A river", at=now + timedelta(minutes=1))

    look_for_news(now + timedelta(minutes=1))

    assert mailed() == []


def test_daily_mail_waits_for_the_morning_and_gathers(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(time_zone="UTC"), now, frequency=Frequency.DAILY)
    publish("A first well", at=now + timedelta(hours=1))
    publish("A second well", at=now + timedelta(hours=2))

    early = look_for_news(now + timedelta(hours=3))
    morning = look_for_news(now + timedelta(hours=19))

    assert (early, morning) == (0, 1)
    assert mailed() == ["Wells: 2 new studies"]


def test_whoever_is_no_member_any_more_is_told_nothing(publish: Publish, now: datetime) -> None:
    saved(UserFactory(), now)
    publish("A new well", at=now + timedelta(minutes=1))

    look_for_news(now + timedelta(minutes=1))

    assert mailed() == []


def test_what_was_taken_back_before_the_look_is_not_mailed(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(), now)
    publish("A new well", at=now + timedelta(minutes=1)).unpublish()

    look_for_news(now + timedelta(minutes=1))

    assert mailed() == []


def test_a_search_that_rests_is_not_looked_at(publish: Publish, now: datetime) -> None:
    saving.pause_search(saved(person_of_the_network(), now), now=now)
    publish("A new well", at=now + timedelta(minutes=1))

    assert look_for_news(now + timedelta(minutes=1)) == 0


def test_a_worker_that_dies_while_writing_the_mail_leaves_nothing_and_the_next_one_mails_it(
    publish: Publish, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(person_of_the_network(), now)
    later = now + timedelta(minutes=1)
    publish("A new well", at=later)

    def killed(**_said: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr("search.actions.looking.enqueue", killed)
        with pytest.raises(SystemExit):
            look_for_news(later)
    left = SavedMatch.objects.count()
    look_for_news(later)

    assert left == 0
    assert mailed() == ["Wells: 1 new study"]


def test_two_workers_that_read_the_same_row_mail_once(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(), now)
    later = now + timedelta(minutes=1)
    publish("A new well", at=later)
    (one,), (other,) = list(due_searches(now=later)), list(due_searches(now=later))

    told = [look(one, now=later), look(other, now=later)]

    assert told == [1, 0]
    assert Delivery.objects.count() == 1


def test_one_mail_names_twenty_and_says_how_many_more(publish: Publish, now: datetime) -> None:
    saved(person_of_the_network(), now)
    later = now + timedelta(minutes=1)
    for number in range(22):
        publish(f"Well number {number}", at=later)

    look_for_news(later)

    assert mailed() == ["Wells: 22 new studies"]
    assert "And 2 more." in Rendering.objects.get().text
    assert SavedMatch.objects.count() == 22


def test_a_name_with_a_line_break_makes_no_second_header(publish: Publish, now: datetime) -> None:
    search = saved(person_of_the_network(), now)
    SavedSearch.objects.update(name="Wells\r\nBcc: all@kite.example")
    later = now + timedelta(minutes=1)
    publish("A new well", at=later)

    look_for_news(later)

    assert mailed() == ["Wells Bcc: all@kite.example: 1 new study"]
    assert str(SavedMatch.objects.get()).startswith("Wells")
    assert search.seen <= index_mark()
