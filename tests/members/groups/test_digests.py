"""Digests: in the morning, once a day, with what is new to their reader and nothing else."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.accounts.models import User
from members.delivery.models import Delivery, Rendering
from members.groups import actions, tasks
from members.groups.models import DigestRun, Group, Subscription
from members.groups.rules import Frequency, Role, Visibility
from tests.factories.groups import (
    DocumentFactory,
    GroupFactory,
    MembershipFactory,
    PostFactory,
    VersionFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
EARLIER = timedelta(hours=3)


def wants(person: User, group: Group, frequency: Frequency) -> User:
    Subscription.objects.create(person=person, group=group, frequency=frequency.value)
    return person


def addresses() -> list[str]:
    return sorted(Delivery.objects.values_list("address", flat=True))


@pytest.fixture
def news(now: datetime) -> dict[str, Any]:
    """A group in which one person wrote three hours ago, and another reads digests."""
    group = GroupFactory(slug="participation")
    author = person_in(group, name="Noor Halvorsen")
    reader = person_in(group, email="wen@a.example")
    topic = discussion(group, author=author, title="A seat?", body="Which?")
    topic.posts.update(posted_at=now - EARLIER)
    return {"group": group, "author": author, "reader": reader, "topic": topic}


def test_a_digest_says_what_is_new_and_is_made_once(news: dict[str, Any], now: datetime) -> None:
    VersionFactory(document=DocumentFactory(group=news["group"]), author=news["author"], added_at=now - EARLIER)

    first = tasks.send_digests(now)
    second = tasks.send_digests(now + timedelta(minutes=1))

    assert (first, second) == (2, 0)
    assert addresses() == ["wen@a.example"]
    said = Rendering.objects.get()
    assert said.subject == "New in your groups: Children’s participation"
    assert "A seat?: 1 new post" in said.text
    assert "Safeguarding checklist: version 1, added by Noor Halvorsen" in said.text


def test_the_next_morning_the_same_is_not_new(news: dict[str, Any], now: datetime) -> None:
    tasks.send_digests(now)

    tasks.send_digests(now + timedelta(days=1))

    assert DigestRun.objects.filter(person=news["reader"]).count() == 2
    assert addresses() == ["wen@a.example"]


def test_what_the_reader_has_read_is_not_new(news: dict[str, Any], now: datetime) -> None:
    actions.mark_read(news["topic"], reader=news["reader"], now=now - timedelta(hours=1))

    tasks.send_digests(now)

    assert addresses() == []


@pytest.mark.parametrize("frequency", [Frequency.EVERY_REPLY, Frequency.WHEN_NAMED, Frequency.NEVER])
def test_whoever_chose_otherwise_gets_no_digest(news: dict[str, Any], now: datetime, frequency: Frequency) -> None:
    wants(news["reader"], news["group"], frequency)

    tasks.send_digests(now)

    assert addresses() == []


def test_a_digest_holds_nothing_of_a_group_that_the_reader_is_not_in(news: dict[str, Any], now: datetime) -> None:
    elsewhere = GroupFactory(visibility=Visibility.OPEN)
    topic = discussion(elsewhere, author=person_in(elsewhere), title="Elsewhere")
    topic.posts.update(posted_at=now - EARLIER)

    tasks.send_digests(now)

    said = "".join(Rendering.objects.filter(dispatch__deliveries__user=news["reader"]).values_list("text", flat=True))
    assert "A seat?" in said and "Elsewhere" not in said


def test_a_closed_group_is_in_no_digest(news: dict[str, Any], now: datetime) -> None:
    Group.objects.update(closed_on=now.date())

    tasks.send_digests(now)

    assert addresses() == []


@pytest.mark.parametrize(
    ("zone", "made"),
    [("Africa/Nairobi", date(2026, 6, 10)), ("America/Lima", None), ("Asia/Kathmandu", date(2026, 6, 10))],
)
def test_a_digest_comes_in_the_morning_of_its_reader(zone: str, made: date | None) -> None:
    early = datetime(2026, 6, 10, 5, 0, tzinfo=UTC)
    person_in(GroupFactory(), time_zone=zone)

    tasks.send_digests(early)

    assert DigestRun.objects.values_list("period_on", flat=True).first() == made


def test_a_digest_that_breaks_holds_up_nobody_elses(
    news: dict[str, Any], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = actions.make_digest

    def breaking(person: User, **fields: Any) -> bool:
        if person == news["author"]:
            raise RuntimeError("no")
        return make(person, **fields)

    monkeypatch.setattr(tasks, "make_digest", breaking)
    with pytest.raises(ExceptionGroup, match="Digests that could not be made") as broken:
        tasks.send_digests(now)

    assert [str(error) for error in broken.value.exceptions] == ["no"]
    assert addresses() == ["wen@a.example"]


def test_a_sender_killed_in_the_middle_leaves_neither_run_nor_mail(news: dict[str, Any], now: datetime) -> None:
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        actions.make_digest(news["reader"], period_on=now.date(), now=now)
        raise KeyboardInterrupt

    assert (DigestRun.objects.count(), Delivery.objects.count()) == (0, 0)
    assert actions.make_digest(news["reader"], period_on=now.date(), now=now)
    assert not actions.make_digest(news["reader"], period_on=now.date(), now=now)


def test_old_runs_are_forgotten(news: dict[str, Any], now: datetime) -> None:
    old = now - timedelta(days=40)
    DigestRun.objects.create(person=news["reader"], period_on=old.date(), made_at=old)

    tasks.send_digests(now)

    assert list(DigestRun.objects.filter(person=news["reader"]).values_list("period_on", flat=True)) == [now.date()]


def test_the_database_keeps_one_digest_per_person_and_day(news: dict[str, Any], now: datetime) -> None:
    DigestRun.objects.create(person=news["reader"], period_on=now.date(), made_at=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        DigestRun.objects.create(person=news["reader"], period_on=now.date(), made_at=now)


def test_a_digest_takes_the_same_queries_for_one_discussion_and_for_three(news: dict[str, Any], now: datetime) -> None:
    counts = []
    for day in (0, 1):
        moment = now + timedelta(days=day)
        for number in range(1 + 2 * day):
            topic = discussion(news["group"], author=news["author"], title=f"{day} {number}")
            topic.posts.update(posted_at=moment - EARLIER)
        # What Django remembers of types depends on which tests ran before.
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as queries:
            actions.make_digest(news["reader"], period_on=moment.date(), now=moment)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_person_chooses_how_often_on_a_page(site_root: SiteRoot, client: Client) -> None:
    group = GroupFactory(slug="participation")
    person = person_in(group)
    client.force_login(person)

    before = client.get("/en/groups/participation/mail/").content.decode()
    told = client.post("/en/groups/participation/mail/", {"frequency": "never"}, follow=True).content.decode()
    client.post("/en/groups/participation/mail/", {"frequency": "every_reply"})

    assert '<option value="daily" selected>' in before
    assert "Your choice is kept." in told
    assert Subscription.objects.get().frequency == "every_reply"


def test_a_word_that_is_no_choice_changes_nothing(site_root: SiteRoot, client: Client) -> None:
    group = GroupFactory(slug="participation")
    client.force_login(person_in(group))

    page = client.post("/en/groups/participation/mail/", {"frequency": "hourly"}).content.decode()

    assert "Something has to be changed" in page
    assert not Subscription.objects.exists()


def test_a_colleague_who_only_reads_an_open_group_has_no_mail_to_choose(site_root: SiteRoot, client: Client) -> None:
    GroupFactory(slug="participation", visibility=Visibility.OPEN)
    client.force_login(person_of_the_network())

    assert client.get("/en/groups/participation/mail/").status_code == 404


def test_co_chairs_of_two_groups_get_one_digest(news: dict[str, Any], now: datetime) -> None:
    other = GroupFactory(slug="zebra")
    MembershipFactory(group=other, person=news["reader"], role=Role.CO_CHAIR.value)
    topic = discussion(other, author=person_in(other), title="Stripes")
    PostFactory(topic=topic, author=news["author"], posted_at=now - EARLIER)
    topic.posts.update(posted_at=now - EARLIER)

    actions.make_digest(news["reader"], period_on=now.date(), now=now)

    assert "A seat?: 1 new post" in Rendering.objects.get().text
    assert "Stripes: 2 new posts" in Rendering.objects.get().text
