"""Two people, or two workers, act at the same moment: one outcome."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from members.delivery.models import Delivery
from members.groups import actions
from members.groups.actions import GroupRefused
from members.groups.models import DigestRun, Post, Subscription, Task
from members.groups.rules import Frequency, Joining, Role
from tests.at_once import said_at_once
from tests.factories.groups import GroupFactory, TaskFactory, discussion, person_in, person_of_the_network

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(said_at_once, refused=(GroupRefused,))


def test_two_workers_make_one_digest(now: datetime) -> None:
    group = GroupFactory()
    reader = person_in(group)
    topic = discussion(group, author=person_in(group))
    topic.posts.update(posted_at=now - timedelta(hours=1))

    made = at_once(*(lambda: actions.make_digest(reader, period_on=now.date(), now=now) for _worker in range(2)))

    assert sorted(made) == [False, True]
    assert (DigestRun.objects.count(), Delivery.objects.count()) == (1, 1)


def test_of_two_who_take_a_task_one_gets_it(now: datetime) -> None:
    group = GroupFactory()
    one, two = person_in(group), person_in(group)
    task = TaskFactory(group=group)

    answers = at_once(*(lambda by=by: actions.take_task(task, by=by, now=now) for by in (one, two)))

    assert set(answers) == {None, "Somebody has taken this task already, or it is done."}
    assert Task.objects.get().owner in (one, two)


def test_two_answers_to_one_request_are_one(now: datetime) -> None:
    group = GroupFactory(joining=Joining.REQUEST)
    one, two = person_in(group, role=Role.CO_CHAIR), person_in(group, role=Role.CO_CHAIR)
    asked = actions.ask_to_join(group, person=person_of_the_network(), why="", now=now)

    answers = at_once(
        lambda: actions.accept_request(asked, by=one, now=now) and None,
        lambda: actions.decline_request(asked, by=two, now=now),
    )

    asked.refresh_from_db()
    assert set(answers) == {None, "Somebody answered this request already."}
    assert group.memberships.filter(person=asked.person).exists() == (asked.state == "accepted")


def test_a_double_click_is_one_post_and_one_mail(now: datetime) -> None:
    group = GroupFactory()
    author, reader = person_in(group), person_in(group)
    Subscription.objects.create(group=group, person=reader, frequency=Frequency.EVERY_REPLY.value)
    topic = discussion(group, author=author)
    written: dict[str, Any] = {"author": author, "body": "Once.", "language": "en", "form_key": "k", "now": now}

    first, second = at_once(*(lambda: actions.reply(topic, **written) for _press in range(2)))

    assert first == second
    assert (Post.objects.count(), Delivery.objects.count()) == (2, 1)
