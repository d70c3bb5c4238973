"""What lives in working groups: the groups themselves, discussions, documents and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups.models import Document as Paper
from members.groups.models import DocumentVersion, Group, GroupMeeting, Post, Topic
from members.groups.models.document import READ
from members.groups.permissions import DocumentException
from members.groups.rules import Visibility
from search.queries.documents.rooms import Line, Rows
from search.rules import audiences
from search.rules.documents import LONGEST_TEXT, Document, Label, document_of
from search.rules.kinds import Source

KNOWN = (Visibility.OPEN.value, Visibility.LISTED.value)
READ_BY_ALL = (Visibility.OPEN.value,)


def seers(group: Group) -> Iterator[str]:
    """Who may know that the group exists: what `Group.objects.visible_to` says."""
    yield from opened(group, to_the_network=group.visibility in KNOWN)


def readers(group: Group) -> Iterator[str]:
    """Who may read what is in it."""
    yield from opened(group, to_the_network=group.visibility in READ_BY_ALL)


def opened(group: Group, *, to_the_network: bool) -> Iterator[str]:
    yield audiences.STAFF
    yield audiences.group(group.pk)
    if to_the_network:
        yield audiences.MEMBER


# --- the groups


def group_document(group: Group) -> Document:
    return document_of(
        Source.GROUP,
        group.pk,
        title=group.name.texts,
        texts=group.purpose.texts,
        audience=seers(group),
        group=group.slug,
    )


def group_line(group: Group, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("groups:detail", args=[group.slug]),
        state=_("Closed") if group.closed_on else "",
    )


GROUPS = Rows(
    source=Source.GROUP,
    rows=Group.objects.all,
    seen=lambda rows, user, on: rows.filter(pk__in=Group.objects.visible_to(user, on=on)),
    document=group_document,
    line=group_line,
)

# --- discussions


def topics() -> QuerySet[Topic]:
    posts = Post.objects.in_order().select_related("author")
    return Topic.objects.select_related("group").prefetch_related(Prefetch("posts", posts))


def topic_document(topic: Topic) -> Document:
    """Its title, and all that was posted, each post in its own language."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for post in topic.posts.all():
        said[post.language].append(post.body)
    return document_of(
        Source.DISCUSSION,
        topic.pk,
        title={topic.language: topic.title},
        texts={language: "\n".join(bodies)[:LONGEST_TEXT] for language, bodies in said.items()},
        audience=readers(topic.group),
        on=topic.last_post_at.date(),
        group=topic.group.slug,
    )


def topic_line(topic: Topic, document: Document) -> Line:
    posts = list(topic.posts.all())
    return Line(
        document=document,
        address=reverse("groups:topic", args=[topic.group.slug, topic.key]),
        at=topic.last_post_at,
        who=tuple(dict.fromkeys(str(post.author) for post in (*posts[:1], *posts[-1:]))),
        group=topic.group.name,
        state=_("Closed") if topic.closed_at else "",
    )


TOPICS = Rows(
    source=Source.DISCUSSION,
    rows=topics,
    seen=lambda rows, user, on: rows.filter(pk__in=Topic.objects.visible_to(user, on=on)),
    document=topic_document,
    line=topic_line,
)

# --- documents


def papers() -> QuerySet[Paper]:
    """Each with its newest version, and the persons that it was opened to."""
    newest = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by("-number")
    names = ("text", "filename", "number", "author__name")
    found = {f"newest_{name}": Subquery(newest.values(name)[:1]) for name in names}
    exceptions = DocumentException.objects.filter(permission__codename=READ)
    return Paper.objects.select_related("group").annotate(**found).prefetch_related(Prefetch("exceptions", exceptions))


def newest(paper: Paper, name: str) -> Any:
    """A column of its newest version; None without one."""
    return getattr(paper, f"newest_{name}")


def papers_seen(rows: QuerySet[Paper], user: User, on: date) -> QuerySet[Paper]:
    """With `knows_group`: a document may be opened to somebody who is not to know of its group."""
    known = Group.objects.visible_to(user, on=on).filter(pk=OuterRef("group"))
    return rows.filter(pk__in=Paper.objects.visible_to(user, on=on)).annotate(knows_group=Exists(known))


def paper_document(paper: Paper) -> Document:
    opened_to: Any = paper
    return document_of(
        Source.DOCUMENT,
        paper.pk,
        title={paper.language: paper.title},
        texts={paper.language: (newest(paper, "text") or "")[:LONGEST_TEXT]},
        audience=(*readers(paper.group), *(audiences.person(one.user_id) for one in opened_to.exceptions.all())),
        on=paper.changed_at.date(),
        labels=[Label(language=paper.language, text=newest(paper, "filename") or "")],
        group=paper.group.slug,
    )


def paper_line(paper: Paper, document: Document) -> Line:
    number = newest(paper, "number")
    address = reverse("groups:download", args=[paper.key, number]) if number else reverse("groups:list")
    return Line(
        document=document,
        address=address,
        at=paper.changed_at,
        who=(newest(paper, "author__name") or "",),
        group=paper.group.name if getattr(paper, "knows_group", False) else "",
        state=_("Version %(number)s") % {"number": number} if number else "",
    )


PAPERS = Rows(
    source=Source.DOCUMENT,
    rows=papers,
    seen=papers_seen,
    document=paper_document,
    line=paper_line,
)

# --- meetings


def meeting_document(meeting: GroupMeeting) -> Document:
    texts = {
        language: "\n".join(filter(None, (meeting.agenda.texts.get(language), meeting.place.texts.get(language))))
        for language in {**meeting.agenda.texts, **meeting.place.texts}
    }
    return document_of(
        Source.MEETING,
        meeting.pk,
        title=meeting.title.texts,
        texts=texts,
        audience=readers(meeting.group),
        on=meeting.starts_at.date(),
        group=meeting.group.slug,
    )


def meeting_line(meeting: GroupMeeting, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("groups:meeting", args=[meeting.group.slug, meeting.key]),
        at=meeting.starts_at,
        where=meeting.place,
        group=meeting.group.name,
        state=_("Cancelled") if meeting.cancelled_at else "",
    )


MEETINGS = Rows(
    source=Source.MEETING,
    rows=lambda: GroupMeeting.objects.select_related("group"),
    seen=lambda rows, user, on: rows.filter(pk__in=GroupMeeting.objects.visible_to(user, on=on)),
    document=meeting_document,
    line=meeting_line,
)
