from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from members.groups import actions, rules
from members.groups.actions import DocumentRefused, GroupRefused, PostRefused
from members.groups.models import Document, DocumentVersion, JoinRequest, Post, ReadMark, Topic
from members.groups.rules import Joining, Participation, RequestState, Role, Visibility
from tests.factories.accounts import StaffFactory
from tests.factories.groups import GroupFactory, TaskFactory, discussion, person_in, person_of_the_network

pytestmark = pytest.mark.django_db
TEXT = {"body": "What now?", "language": "en"}


def read(version: DocumentVersion) -> bytes:
    with version.file.open() as file:
        return bytes(file.read())


def test_a_discussion_starts_with_its_first_post(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)

    topic = actions.start_discussion(group, author=author, title="A seat?", form_key="k", now=now, **TEXT)

    assert (topic.title, topic.started_at, topic.last_post_at) == ("A seat?", now, now)
    assert list(topic.posts.values_list("author", "body", "posted_at")) == [(author.pk, "What now?", now)]
    assert ReadMark.objects.get(topic=topic, person=author).read_at == now


def test_the_same_form_sent_twice_starts_one_discussion(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)

    first = actions.start_discussion(group, author=author, title="A seat?", form_key="k", now=now, **TEXT)
    second = actions.start_discussion(group, author=author, title="A seat?", form_key="k", now=now, **TEXT)

    assert first == second
    assert (Topic.objects.count(), Post.objects.count()) == (1, 1)


def test_the_same_form_sent_twice_replies_once(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)
    topic = discussion(group, author=author)

    first = actions.reply(topic, author=author, form_key="k", now=now, **TEXT)
    second = actions.reply(topic, author=author, form_key="k", now=now + timedelta(seconds=1), **TEXT)

    assert first == second
    assert topic.posts.count() == 2


def test_a_reply_gives_the_discussion_life(now: datetime) -> None:
    group = GroupFactory()
    topic = discussion(group, author=person_in(group))

    actions.reply(topic, author=person_in(group), form_key="k", now=now + timedelta(hours=1), **TEXT)

    topic.refresh_from_db()
    assert topic.last_post_at == now + timedelta(hours=1)


@pytest.mark.parametrize("role", [Role.OBSERVER, None])
def test_only_members_and_co_chairs_reply(role: Role | None, now: datetime) -> None:
    group = GroupFactory(visibility=Visibility.OPEN)
    topic = discussion(group, author=person_in(group))
    writer = person_in(group, role=role) if role else person_of_the_network()

    with pytest.raises(PostRefused, match="only its members write"):
        actions.reply(topic, author=writer, form_key="k", now=now, **TEXT)

    assert topic.posts.count() == 1


def test_the_secretariat_does_not_write_in_a_group(now: datetime) -> None:
    group = GroupFactory()
    topic = discussion(group, author=person_in(group))

    with pytest.raises(PostRefused):
        actions.reply(topic, author=StaffFactory(), form_key="k", now=now, **TEXT)

    assert topic.posts.count() == 1


def test_where_co_chairs_start_discussions_a_member_does_not(now: datetime) -> None:
    group = GroupFactory(participation=Participation.REPLIES)

    with pytest.raises(PostRefused, match="Ask a co-chair"):
        actions.start_discussion(group, author=person_in(group), title="A seat?", form_key="k", now=now, **TEXT)

    assert not Topic.objects.exists()


def test_nobody_replies_in_a_closed_discussion_until_it_is_open_again(now: datetime) -> None:
    group = GroupFactory()
    co_chair, member = person_in(group, role=Role.CO_CHAIR), person_in(group)
    topic = discussion(group, author=member)
    actions.close_discussion(topic, by=co_chair, now=now)

    with pytest.raises(PostRefused, match="closed while you wrote"):
        actions.reply(topic, author=member, form_key="k", now=now, **TEXT)
    actions.reopen_discussion(topic, by=co_chair, now=now)
    actions.reply(topic, author=member, form_key="k", now=now, **TEXT)

    assert topic.posts.count() == 2


def test_a_member_does_not_close_a_discussion(now: datetime) -> None:
    group = GroupFactory()
    member = person_in(group)
    topic = discussion(group, author=member)

    with pytest.raises(GroupRefused, match="Only a co-chair"):
        actions.close_discussion(topic, by=member, now=now)

    topic.refresh_from_db()
    assert topic.closed_at is None


def test_a_person_joins_an_open_group_and_leaves_it_the_same_day(now: datetime) -> None:
    group, person = GroupFactory(joining=Joining.OPEN), person_of_the_network()

    actions.join_group(group, person=person, now=now)
    joined = group.memberships.on(now.date()).filter(person=person).count()
    actions.leave_group(group, person=person, now=now)

    assert joined == 1
    assert not group.memberships.on(now.date()).filter(person=person).exists()


def test_the_only_co_chair_does_not_leave(now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR)

    with pytest.raises(GroupRefused, match="only co-chair"):
        actions.leave_group(group, person=co_chair, now=now)

    assert group.memberships.on(now.date()).filter(person=co_chair).exists()


@pytest.mark.parametrize("joining", [Joining.REQUEST, Joining.INVITATION])
def test_a_group_that_is_not_open_lets_nobody_in_by_themselves(joining: Joining, now: datetime) -> None:
    group, person = GroupFactory(joining=joining), person_of_the_network()

    with pytest.raises(GroupRefused):
        actions.join_group(group, person=person, now=now)

    assert not group.memberships.exists()


def test_a_request_is_answered_once_and_lets_in(now: datetime) -> None:
    group, person = GroupFactory(joining=Joining.REQUEST), person_of_the_network()
    co_chair = person_in(group, role=Role.CO_CHAIR)
    asked = actions.ask_to_join(group, person=person, why="We begin.", now=now)
    again = actions.ask_to_join(group, person=person, why="We begin.", now=now)

    actions.accept_request(asked, by=co_chair, now=now)

    assert again == asked
    assert JoinRequest.objects.get().state == RequestState.ACCEPTED
    assert group.memberships.on(now.date()).get(person=person).role == Role.MEMBER
    with pytest.raises(GroupRefused, match="answered this request already"):
        actions.decline_request(asked, by=co_chair, now=now)


def test_a_document_keeps_its_versions(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)
    first, second = SimpleUploadedFile("list.txt", b"one"), SimpleUploadedFile("list.txt", b"two")

    document = actions.add_document(group, author=author, title="Checklist", language="en", file=first, now=now)
    actions.add_version(document, author=author, file=second, now=now + timedelta(days=1))

    versions = list(document.versions.order_by("number"))
    assert [(version.number, version.filename, read(version)) for version in versions] == [
        (1, "list.txt", b"one"),
        (2, "list.txt", b"two"),
    ]
    assert "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed" in str(versions[0].file.name)
    assert Document.objects.get().changed_at == now + timedelta(days=1)


def test_a_document_that_is_too_large_is_refused(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "LARGEST_DOCUMENT", 2)
    group = GroupFactory()

    with pytest.raises(DocumentRefused, match="larger than 25 MB"):
        actions.add_document(
            group, author=person_in(group), title="X", language="en", file=SimpleUploadedFile("x", b"one"), now=now
        )

    assert not Document.objects.exists()


def test_tasks_are_done_as_they_were_ticked(now: datetime) -> None:
    group = GroupFactory()
    member = person_in(group)
    ticked, left = TaskFactory(group=group), TaskFactory(group=group, done_at=now)
    elsewhere = TaskFactory(group=GroupFactory())

    actions.finish_tasks(group, by=member, before={left.key}, done={ticked.key, elsewhere.key}, now=now)

    for task in (ticked, left, elsewhere):
        task.refresh_from_db()
    assert (ticked.done_at, left.done_at, elsewhere.done_at) == (now, None, None)
