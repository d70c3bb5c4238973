"""Groups, the people in them, and what they write."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from cms.languages import translated
from members.accounts.models import User
from members.groups.models import Document, DocumentVersion, Group, GroupMeeting, GroupMembership, Post, Task, Topic
from members.groups.rules import Role
from tests.factories.organisations import delegate_of, member

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


class GroupFactory(DjangoModelFactory[Group]):
    class Meta:
        model = Group

    slug = factory.Sequence(lambda n: f"group-{n}")
    name = translated(en="Children’s participation", fr="Participation des enfants")
    purpose = translated(en="So that children take part.")


class MembershipFactory(DjangoModelFactory[GroupMembership]):
    class Meta:
        model = GroupMembership

    group = factory.SubFactory(GroupFactory)
    role = Role.MEMBER.value
    from_on = date(2025, 1, 1)


class TopicFactory(DjangoModelFactory[Topic]):
    """A discussion without posts: `discussion` makes one with its opening post."""

    class Meta:
        model = Topic

    group = factory.SubFactory(GroupFactory)
    title = "A seat for children?"
    language = "en"
    started_at = NOON
    last_post_at = NOON


class PostFactory(DjangoModelFactory[Post]):
    class Meta:
        model = Post

    language = "en"
    body = "What could we propose?"
    posted_at = NOON


class TaskFactory(DjangoModelFactory[Task]):
    class Meta:
        model = Task

    what = "Translate the checklist"


class MeetingFactory(DjangoModelFactory[GroupMeeting]):
    class Meta:
        model = GroupMeeting

    title = translated(en="June call", fr="Appel de juin")
    starts_at = datetime(2026, 6, 18, 13, 0, tzinfo=UTC)
    ends_at = datetime(2026, 6, 18, 14, 30, tzinfo=UTC)


class DocumentFactory(DjangoModelFactory[Document]):
    class Meta:
        model = Document

    title = "Safeguarding checklist"
    language = "en"
    changed_at = NOON


class VersionFactory(DjangoModelFactory[DocumentVersion]):
    class Meta:
        model = DocumentVersion

    number = 1
    file = factory.django.FileField(filename="aa11", data=b"Ask first.")
    filename = "checklist.txt"
    size = 10
    added_at = NOON


def person_of_the_network(**fields: object) -> User:
    return delegate_of(member(), **fields)


def person_in(group: Group, *, role: Role = Role.MEMBER, **fields: object) -> User:
    """Somebody who acts for a member organisation and is in the group since 2025."""
    person = person_of_the_network(**fields)
    MembershipFactory(group=group, person=person, role=role.value)
    return person


def discussion(group: Group, *, author: User, title: str = "A seat for children?", body: str = "What now?") -> Topic:
    topic: Topic = TopicFactory(group=group, title=title)
    PostFactory(topic=topic, author=author, body=body)
    return topic
