"""Discussions: starting, replying, closing, and remembering up to where somebody has read."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups import notices, rules
from members.groups.actions.standing import must_lead, reader_at
from members.groups.actions.telling import tell
from members.groups.models import Group, Post, ReadMark, Topic
from members.groups.queries import readers_at_once


class PostRefused(Exception):
    """Worded for the person who wrote."""


@transaction.atomic
def start_discussion(
    group: Group, *, author: User, title: str, body: str, language: str, form_key: str, now: datetime
) -> Topic:
    """Opens a discussion with its first post. The same form sent twice opens one."""
    Group.objects.select_for_update().get(pk=group.pk)
    sent_before = Post.objects.filter(author=author, form_key=form_key).select_related("topic").first()
    if sent_before is not None:
        return sent_before.topic
    if not rules.may_start_discussion(reader_at(author, group, now=now), group.policies):
        raise PostRefused(_("In this group only some start discussions. Ask a co-chair to start this one for you."))
    topic = Topic.objects.create(group=group, title=title, language=language, started_at=now, last_post_at=now)
    _publish(topic, author=author, body=body, language=language, form_key=form_key, posted_at=now)
    return topic


@transaction.atomic
def reply(topic: Topic, *, author: User, body: str, language: str, form_key: str, now: datetime) -> Post:
    """Adds a post to a discussion. The same form sent twice adds one."""
    locked = Topic.objects.select_for_update(of=("self",)).select_related("group").get(pk=topic.pk)
    sent_before = Post.objects.filter(author=author, form_key=form_key).first()
    if sent_before is not None:
        return sent_before
    if not rules.may_reply(reader_at(author, locked.group, now=now), locked.group.policies):
        raise PostRefused(_("You can read this group, but only its members write in it."))
    if locked.closed_at is not None:
        raise PostRefused(_("This discussion was closed while you wrote. Start a new one; your text is still here."))
    locked.last_post_at = now
    locked.save(update_fields=["last_post_at"])
    return _publish(locked, author=author, body=body, language=language, form_key=form_key, posted_at=now)


def _publish(topic: Topic, *, author: User, posted_at: datetime, **written: str) -> Post:
    post = Post.objects.create(topic=topic, author=author, posted_at=posted_at, **written)
    mark_read(topic, reader=author, now=posted_at)
    people = readers_at_once(post, on=posted_at.date())
    tell(people, about=topic.title, notice=partial(notices.post_written, post), now=posted_at)
    return post


def mark_read(topic: Topic, *, reader: User, now: datetime) -> None:
    ReadMark.objects.update_or_create(topic=topic, person=reader, defaults={"read_at": now})


@transaction.atomic
def close_discussion(topic: Topic, *, by: User, now: datetime) -> None:
    must_lead(by, topic.group, now=now)
    topic.closed_at = now
    topic.save(update_fields=["closed_at"])


@transaction.atomic
def reopen_discussion(topic: Topic, *, by: User, now: datetime) -> None:
    must_lead(by, topic.group, now=now)
    topic.closed_at = None
    topic.save(update_fields=["closed_at"])
