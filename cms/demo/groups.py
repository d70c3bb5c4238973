"""Working groups with life in them: discussions in three languages, documents, meetings, tasks."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from cms.demo.network import Network
from cms.languages import translated
from members.accounts.models import User
from members.groups import actions
from members.groups.models import Group, GroupMeeting, GroupMembership, Task, Topic
from members.groups.rules import Role

DATA = Path(__file__).parent / "data" / "groups.json"
A_YEAR = timedelta(days=365)
Row = dict[str, Any]


def build(network: Network) -> None:
    for row in json.loads(DATA.read_text(encoding="utf-8")):
        group = found(row, network=network)
        for topic in row["topics"]:
            talk(group, topic, network=network)
        for document in row["documents"]:
            file(group, document, network=network)
        plan(group, row, network=network)
        for asked in row.get("asks", []):
            person = network.people[asked["by"]]
            actions.ask_to_join(group, person=person, why=asked["why"], now=network.now - timedelta(hours=20))


def found(row: Row, *, network: Network) -> Group:
    """The group with its people. Of two co-chairs the first was elected a year ago for two, the other two years ago."""
    policies = {name: row[name] for name in ("visibility", "joining", "participation")}
    group = Group.objects.create(
        slug=row["slug"], name=translated(**row["name"]), purpose=translated(**row["purpose"]), **policies
    )
    for years, key in zip((1, 2), row["co_chairs"], strict=True):
        began = network.today - years * A_YEAR + timedelta(days=20)
        enter(group, network.people[key], role=Role.CO_CHAIR, from_on=began, until_on=began + 2 * A_YEAR)
    for key in row["members"]:
        enter(group, network.people[key], role=Role.MEMBER, from_on=network.today - 2 * A_YEAR, until_on=None)
    return group


def enter(group: Group, person: User, *, role: Role, **dates: Any) -> None:
    GroupMembership.objects.create(group=group, person=person, role=role.value, **dates)


def talk(group: Group, row: Row, *, network: Network) -> None:
    first, *replies = row["posts"]
    topic = actions.start_discussion(
        group, title=row["title"], form_key=form_key(row, 0), **written(first, network=network)
    )
    for number, post in enumerate(replies, start=1):
        actions.reply(topic, form_key=form_key(row, number), **written(post, network=network))
    if row.get("closed"):
        last = written(row["posts"][-1], network=network)
        actions.close_discussion(Topic.objects.get(pk=topic.pk), by=last["author"], now=last["now"])


def written(post: Row, *, network: Network) -> Row:
    said_at = network.now - timedelta(hours=post["hours"])
    return {"author": network.people[post["by"]], "body": post["body"], "language": post["language"], "now": said_at}


def form_key(row: Row, number: int) -> str:
    return f"{row['title'][:30]} {number}"


def file(group: Group, row: Row, *, network: Network) -> None:
    author, first_at = network.people[row["by"]], network.now - timedelta(hours=row["hours"])
    first, *newer = (SimpleUploadedFile(row["filename"], text.encode()) for text in row["versions"])
    document = actions.add_document(
        group, author=author, title=row["title"], language=row["language"], file=first, now=first_at
    )
    for version in newer:
        actions.add_version(document, author=author, file=version, now=first_at + timedelta(hours=20))


def plan(group: Group, row: Row, *, network: Network) -> None:
    for task in row["tasks"]:
        due_on = network.today + timedelta(days=task["days"])
        done_at = network.now - timedelta(days=1) if task.get("done") else None
        Task.objects.create(
            group=group, what=task["what"], owner=network.people[task["owner"]], due_on=due_on, done_at=done_at
        )
    if meeting := row.get("meeting"):
        meet(group, meeting, noon=network.now.replace(hour=13, minute=0, second=0, microsecond=0))


def meet(group: Group, row: Row, *, noon: datetime) -> None:
    starts_at = noon + timedelta(days=row["days"])
    texts = {name: translated(**row[name]) for name in ("title", "place", "agenda") if name in row}
    GroupMeeting.objects.create(
        group=group, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=row["minutes"]), **texts
    )
