"""Who gets mail from a group, and what is in a person's digest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from members.accounts.models import User
from members.groups import rules
from members.groups.models import (
    DigestRun,
    DocumentVersion,
    Group,
    GroupMembership,
    Post,
    ReadMark,
    Subscription,
    Topic,
)
from members.groups.queries.people import people_of
from members.groups.rules import Frequency
from members.organisations.models import Contact, Organisation

MOST_DIGESTS = 50


def frequency_of(person: User, *, group: Group) -> Frequency:
    """What the person chose for this group; once a day when they chose nothing."""
    chosen = Subscription.objects.filter(person=person, group=group).values_list("frequency", flat=True).first()
    return Frequency(chosen) if chosen else Frequency.DAILY


def readers(people: QuerySet[User], *, on: date) -> QuerySet[User]:
    """Those who may enter on that day, as `may_enter_extranet` says of one: nobody else gets mail of what is inside."""
    acting = Contact.objects.on(on).filter(organisation__in=Organisation.objects.members_on(on))
    return people.filter(Q(is_staff=True) | Q(pk__in=acting.values("user")))


def subscribers_at_once(group: Group, *, on: date) -> QuerySet[User]:
    at_once = Subscription.objects.filter(group=group, frequency=Frequency.EVERY_REPLY.value)
    return readers(people_of(group, on=on), on=on).filter(pk__in=at_once.values("person"))


def people_mailed(group: Group, *, on: date) -> QuerySet[User]:
    """Everybody in the group but those who want no mail from it."""
    silent = Subscription.objects.filter(group=group, frequency=Frequency.NEVER.value)
    return readers(people_of(group, on=on), on=on).exclude(pk__in=silent.values("person"))


def readers_at_once(post: Post, *, on: date) -> list[User]:
    """Whoever wants each post at once, and whoever it names; never its author."""
    group = post.topic.group
    chosen = dict(Subscription.objects.filter(group=group).values_list("person", "frequency"))
    others = readers(people_of(group, on=on), on=on).exclude(pk=post.author_id)
    return [
        person
        for person in others
        if rules.is_mailed_at_once(
            Frequency(chosen.get(person.pk, Frequency.DAILY)), named=rules.is_named(person.name, post.body)
        )
    ]


def digests_due(*, now: datetime) -> list[tuple[User, date]]:
    """People of groups whose morning has come and whose digest of that day is not made, with the day."""
    inside = User.objects.filter(is_active=True, pk__in=GroupMembership.objects.on(now.date()).values("person"))
    members = readers(inside, on=now.date())
    due: Any = Q(pk__in=[])
    for zone, day in _mornings(members, now=now):
        due |= Q(time_zone=zone) & ~Exists(DigestRun.objects.filter(person=OuterRef("pk"), period_on=day))
    people = members.filter(due).order_by("pk")[:MOST_DIGESTS]
    return [(person, now.astimezone(ZoneInfo(person.time_zone)).date()) for person in people]


def _mornings(members: QuerySet[User], *, now: datetime) -> Iterator[tuple[str, date]]:
    for zone in members.order_by().values_list("time_zone", flat=True).distinct():
        day = rules.digest_day(now.astimezone(ZoneInfo(zone)))
        if day is not None:
            yield zone, day


@dataclass(frozen=True, kw_only=True)
class TopicNews:
    topic: Topic
    posts: int


@dataclass(frozen=True, kw_only=True)
class GroupNews:
    group: Group
    topics: list[TopicNews]
    versions: list[DocumentVersion]


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What is new to one person, by group; no groups: nothing."""

    groups: list[GroupNews]


def digest_of(person: User, *, since: datetime, until: datetime, on: date) -> Digest:
    """What others wrote after `since` and up to `until` in the person's groups, and the person has not read."""
    groups = _digested(person, on=on).order_by("slug")
    news = [_news(group, person=person, since=since, until=until) for group in groups]
    return Digest(groups=[one for one in news if one.topics or one.versions])


def _digested(person: User, *, on: date) -> QuerySet[Group]:
    other = Subscription.objects.filter(person=person).exclude(frequency=Frequency.DAILY.value)
    return Group.objects.of(person, on=on).filter(closed_on__isnull=True).exclude(pk__in=other.values("group"))


def _news(group: Group, *, person: User, since: datetime, until: datetime) -> GroupNews:
    posts = unread_posts(person, since=since, until=until)
    here = Q(posts__in=posts.values("pk"))
    topics: Any = group.topics.filter(here).annotate(news=Count("posts", filter=here)).order_by("-last_post_at")
    versions = DocumentVersion.objects.filter(document__group=group, added_at__gt=since, added_at__lte=until)
    others = versions.exclude(author=person).select_related("document", "author").order_by("added_at")
    return GroupNews(
        group=group,
        topics=[TopicNews(topic=topic, posts=topic.news) for topic in topics],
        versions=list(others),
    )


def unread_posts(person: User, *, since: datetime, until: datetime) -> QuerySet[Post]:
    read = ReadMark.objects.filter(topic=OuterRef("topic"), person=person, read_at__gte=OuterRef("posted_at"))
    return Post.objects.filter(~Exists(read), posted_at__gt=since, posted_at__lte=until).exclude(author=person)
