"""What a person has done, the latest first. Secret ballots are not among it: nobody can know."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.urls import reverse

from cms.languages import TranslatedText
from governance.decisions.models import Answer, Reading
from governance.voting.models import RecordedVote
from members.accounts.models import User
from members.groups.models import Task


class Deed(StrEnum):
    """What was done; the words are in the template."""

    VOTED = "voted"
    ANSWERED = "answered"
    READ = "read"
    TASK = "task"


@dataclass(frozen=True, kw_only=True)
class Done:
    deed: Deed
    subject: TranslatedText | str
    at: datetime
    url: str = ""


def done_since(user: User, since: datetime) -> list[Done]:
    """Votes (one a ballot), answers, readings and tasks, in four queries."""
    found = [*votes(user, since), *answers(user, since), *readings(user, since), *tasks(user, since)]
    return sorted(found, key=lambda done: done.at, reverse=True)


def votes(user: User, since: datetime) -> list[Done]:
    cast = RecordedVote.objects.current().filter(cast_by=user, cast_at__gte=since).select_related("ballot")
    last = {vote.ballot_id: vote for vote in cast.order_by("cast_at")}
    return [Done(deed=Deed.VOTED, subject=vote.ballot.question, at=vote.cast_at) for vote in last.values()]


def answers(user: User, since: datetime) -> list[Done]:
    given = Answer.objects.current().filter(member=user, answered_at__gte=since).select_related("decision")
    return [
        Done(deed=Deed.ANSWERED, subject=one.decision.title, at=one.answered_at, url=page_of(one.decision.key))
        for one in given
    ]


def readings(user: User, since: datetime) -> list[Done]:
    read = Reading.objects.filter(reader=user, read_at__gte=since).select_related("decision")
    return [
        Done(deed=Deed.READ, subject=one.decision.title, at=one.read_at, url=page_of(one.decision.key)) for one in read
    ]


def tasks(user: User, since: datetime) -> list[Done]:
    done = Task.objects.filter(owner=user, done_at__gte=since)
    return [Done(deed=Deed.TASK, subject=task.what, at=task.done_at or since) for task in done]


def page_of(key: str) -> str:
    return reverse("decisions:detail", args=[key])
