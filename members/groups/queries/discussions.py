"""Discussions as a reader sees them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from members.accounts.models import User
from members.groups.models import Group, Post, ReadMark, Topic
from members.groups.queries.people import organisations_named


def discussions(group: Group, *, reader: User) -> QuerySet[Topic]:
    return Topic.objects.filter(group=group).with_life(reader).latest_first()


@dataclass(frozen=True, kw_only=True)
class Line:
    """One post as a reader sees it."""

    post: Post
    organisations: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Discussion:
    topic: Topic
    lines: list[Line]

    @property
    def replies(self) -> int:
        return len(self.lines) - 1

    @property
    def writers(self) -> int:
        return len({line.post.author_id for line in self.lines})

    @property
    def new(self) -> list[Line]:
        return [line for line in self.lines if line.is_new]


def discussion(key: str, *, reader: User, on: date) -> Discussion | None:
    """A discussion with its posts in order; None when this person may not read it."""
    topic = Topic.objects.visible_to(reader, on=on).select_related("group").filter(key=key).first()
    if topic is None:
        return None
    posts = list(topic.posts.select_related("author").in_order())
    names = organisations_named([post.author_id for post in posts], reader=reader, on=on)
    mark = ReadMark.objects.filter(topic=topic, person=reader).values_list("read_at", flat=True).first()
    lines = [
        Line(post=post, organisations=names.get(post.author_id, ""), is_new=_is_new(post, reader=reader, mark=mark))
        for post in posts
    ]
    return Discussion(topic=topic, lines=lines)


def _is_new(post: Post, *, reader: User, mark: datetime | None) -> bool:
    # Somebody who opens a discussion for the first time needs no marks: everything is new to them.
    return mark is not None and post.posted_at > mark and post.author_id != reader.pk


def topics_unread(person: User, *, on: date) -> QuerySet[Topic]:
    """Discussions of a person's own groups in which others wrote since they last looked, for the dashboard."""
    mine = Topic.objects.filter(group__in=Group.objects.of(person, on=on), closed_at__isnull=True)
    return mine.select_related("group").with_life(person).filter(Q(unread__gt=0)).order_by("-last_post_at")
