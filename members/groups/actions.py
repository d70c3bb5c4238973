"""Everything that can happen in a group, one function each."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups import rules
from members.groups.models import (
    Document,
    DocumentVersion,
    Group,
    GroupMembership,
    JoinRequest,
    Post,
    ReadMark,
    Task,
    Topic,
)
from members.groups.permissions import reader_of
from members.groups.rules import Reader, RequestState, Role
from members.groups.signals import post_published, version_added


class PostRefused(Exception):
    """Worded for the person who wrote."""


class GroupRefused(Exception):
    """Worded for the person who wanted to come in, to leave or to lead."""


class DocumentRefused(Exception):
    """Worded for the person who adds a document."""


@transaction.atomic
def start_discussion(
    group: Group, *, author: User, title: str, body: str, language: str, form_key: str, now: datetime
) -> Topic:
    """Opens a discussion with its first post. The same form sent twice opens one."""
    Group.objects.select_for_update().get(pk=group.pk)
    sent_before = Post.objects.filter(author=author, form_key=form_key).select_related("topic").first()
    if sent_before is not None:
        return sent_before.topic
    if not rules.may_start_discussion(_reader(author, group, now=now), group.policies):
        raise PostRefused(_("In this group only some start discussions. Ask a co-chair to start this one for you."))
    topic = Topic.objects.create(group=group, title=title, language=language, started_at=now, last_post_at=now)
    _publish(topic, author=author, body=body, language=language, form_key=form_key, posted_at=now)
    return topic


@transaction.atomic
def reply(topic: Topic, *, author: User, body: str, language: str, form_key: str, now: datetime) -> Post:
    """Adds a post to a discussion. The same form sent twice adds one."""
    locked = Topic.objects.select_for_update().select_related("group").get(pk=topic.pk)
    sent_before = Post.objects.filter(author=author, form_key=form_key).first()
    if sent_before is not None:
        return sent_before
    if not rules.may_reply(_reader(author, locked.group, now=now), locked.group.policies):
        raise PostRefused(_("You can read this group, but only its members write in it."))
    if locked.closed_at is not None:
        raise PostRefused(_("This discussion was closed while you wrote. Start a new one; your text is still here."))
    locked.last_post_at = now
    locked.save(update_fields=["last_post_at"])
    return _publish(locked, author=author, body=body, language=language, form_key=form_key, posted_at=now)


def _publish(topic: Topic, *, author: User, posted_at: datetime, **written: str) -> Post:
    post = Post.objects.create(topic=topic, author=author, posted_at=posted_at, **written)
    mark_read(topic, reader=author, now=posted_at)
    transaction.on_commit(partial(post_published.send, sender=Post, post=post))
    return post


def mark_read(topic: Topic, *, reader: User, now: datetime) -> None:
    ReadMark.objects.update_or_create(topic=topic, person=reader, defaults={"read_at": now})


@transaction.atomic
def close_discussion(topic: Topic, *, by: User, now: datetime) -> None:
    _must_lead(by, topic.group, now=now)
    topic.closed_at = now
    topic.save(update_fields=["closed_at"])


@transaction.atomic
def reopen_discussion(topic: Topic, *, by: User, now: datetime) -> None:
    _must_lead(by, topic.group, now=now)
    topic.closed_at = None
    topic.save(update_fields=["closed_at"])


@transaction.atomic
def join_group(group: Group, *, person: User, now: datetime) -> GroupMembership:
    Group.objects.select_for_update().get(pk=group.pk)
    to_come = group.memberships.filter(person=person, until_on=None).exists()
    if to_come or not rules.may_join(_reader(person, group, now=now), group.policies):
        raise GroupRefused(_("This group does not let people in by themselves, or you are in it already."))
    return GroupMembership.objects.create(group=group, person=person, role=Role.MEMBER.value, from_on=now.date())


@transaction.atomic
def leave_group(group: Group, *, person: User, now: datetime) -> None:
    """Ends the memberships of a person on this day. The last co-chair stays until there is another."""
    Group.objects.select_for_update().get(pk=group.pk)
    current = group.memberships.on(now.date())
    led_by_others = current.co_chairs().exclude(person=person).exists()
    if current.co_chairs().filter(person=person).exists() and not led_by_others:
        raise GroupRefused(_("You are the only co-chair. Ask the secretariat to name another one first."))
    current.filter(person=person).update(until_on=now.date())


@transaction.atomic
def ask_to_join(group: Group, *, person: User, why: str, now: datetime) -> JoinRequest:
    """Asks once; asking again while the request waits gives the same request."""
    Group.objects.select_for_update().get(pk=group.pk)
    if not rules.may_ask_to_join(_reader(person, group, now=now), group.policies):
        raise GroupRefused(_("This group does not take requests, or you are in it already."))
    request, _made = JoinRequest.objects.get_or_create(
        group=group, person=person, state=RequestState.OPEN.value, defaults={"why": why, "asked_at": now}
    )
    return request


@transaction.atomic
def accept_request(request: JoinRequest, *, by: User, now: datetime) -> GroupMembership:
    _answer(request, state=RequestState.ACCEPTED, by=by, now=now)
    membership, _made = GroupMembership.objects.get_or_create(
        group=request.group, person=request.person, until_on=None, defaults={"from_on": now.date()}
    )
    return membership


@transaction.atomic
def decline_request(request: JoinRequest, *, by: User, now: datetime) -> None:
    _answer(request, state=RequestState.DECLINED, by=by, now=now)


def _answer(request: JoinRequest, *, state: RequestState, by: User, now: datetime) -> None:
    _must_lead(by, request.group, now=now)
    waiting = JoinRequest.objects.filter(pk=request.pk, state=RequestState.OPEN.value)
    if not waiting.update(state=state.value, answered_at=now, answered_by=by):
        raise GroupRefused(_("Somebody answered this request already."))


@transaction.atomic
def add_document(
    group: Group, *, author: User, title: str, language: str, file: UploadedFile[bytes], now: datetime
) -> Document:
    """Adds a document with its first version. GroupRefused or, for what is wrong with the file, DocumentRefused."""
    _must_write(author, group, now=now)
    document = Document.objects.create(group=group, title=title, language=language, changed_at=now)
    _store_version(document, author=author, file=file, now=now)
    return document


@transaction.atomic
def add_version(document: Document, *, author: User, file: UploadedFile[bytes], now: datetime) -> DocumentVersion:
    """A newer file of a document; the older ones stay."""
    _must_write(author, document.group, now=now)
    locked = Document.objects.select_for_update().get(pk=document.pk)
    locked.changed_at = now
    locked.save(update_fields=["changed_at"])
    return _store_version(locked, author=author, file=file, now=now)


def _store_version(document: Document, *, author: User, file: UploadedFile[bytes], now: datetime) -> DocumentVersion:
    size = file.size or 0
    if size > rules.LARGEST_DOCUMENT:
        raise DocumentRefused(_("This file is larger than 25 MB. Make it smaller, or give an address of it in a post."))
    version = DocumentVersion.objects.create(
        document=document,
        number=document.versions.count() + 1,
        file=file,
        filename=str(file.name or "")[-200:],
        size=size,
        author=author,
        added_at=now,
    )
    transaction.on_commit(partial(version_added.send, sender=DocumentVersion, version=version))
    return version


@transaction.atomic
def finish_tasks(group: Group, *, by: User, done: set[str], now: datetime) -> None:
    """Sets the group's tasks to what was ticked: `done` has the keys of those that are done."""
    _must_write(by, group, now=now)
    Task.objects.filter(group=group, key__in=done, done_at__isnull=True).update(done_at=now)
    Task.objects.filter(group=group, done_at__isnull=False).exclude(key__in=done).update(done_at=None)


def _reader(person: User, group: Group, *, now: datetime) -> Reader:
    return reader_of(person, group, on=now.date())


def _must_lead(person: User, group: Group, *, now: datetime) -> None:
    if not rules.may_lead(_reader(person, group, now=now)):
        raise GroupRefused(_("Only a co-chair of the group does this."))


def _must_write(person: User, group: Group, *, now: datetime) -> None:
    if not rules.may_reply(_reader(person, group, now=now), group.policies):
        raise GroupRefused(_("You can read this group, but only its members add to it."))
