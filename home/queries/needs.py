"""What needs a person, ordered by deadline."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.urls import reverse

from cms.languages import TranslatedText
from governance.assembly.queries.needs import Asks, needs_of
from governance.assembly.queries.needs import Need as MeetingNeed
from governance.decisions.models import Decision
from governance.decisions.queries import decisions_awaiting
from governance.decisions.rules import Procedure
from home.rules import TimeLeft, time_left
from members.accounts.models import User
from members.groups.models import Task
from members.groups.queries import tasks_of


class Kind(StrEnum):
    """What is asked of the person; the words are in the template."""

    DECISION_ANSWER = "decision_answer"
    DECISION_OBJECTION = "decision_objection"
    TASK = "task"
    BALLOT = "ballot"
    ELECTION = "election"
    REGISTRATION = "registration"


OF_A_MEETING = {Asks.VOTE: Kind.BALLOT, Asks.ELECT: Kind.ELECTION, Asks.REGISTER: Kind.REGISTRATION}
PAGES = {Asks.VOTE: "assembly:ballot", Asks.ELECT: "assembly:election", Asks.REGISTER: "assembly:detail"}


@dataclass(frozen=True, kw_only=True)
class Need:
    """One row of the dashboard. `mark` is what names the thing: a register number, a group or a meeting."""

    kind: Kind
    subject: TranslatedText | str
    mark: str
    url: str
    deadline_at: datetime
    left: TimeLeft


def needs(user: User, *, now: datetime) -> list[Need]:
    """The nearest deadline first; what has no deadline waits in its own place."""
    found = [
        *(_meeting(one, now=now) for one in needs_of(user, now=now)),
        *(_decision(one, now=now) for one in decisions_awaiting(user, now=now)),
        *(_task(task, user=user, now=now) for task in tasks_of(user, on=now.date()) if task.due_on),
    ]
    return sorted(found, key=lambda need: need.deadline_at)


def _meeting(asked: MeetingNeed, *, now: datetime) -> Need:
    key = [asked.key] if asked.key else []
    return Need(
        kind=OF_A_MEETING[asked.asks],
        subject=asked.subject,
        mark=str(asked.assembly.title),
        url=reverse(PAGES[asked.asks], args=[asked.assembly.slug, *key]),
        deadline_at=asked.deadline_at,
        left=time_left(asked.deadline_at, now=now),
    )


def _decision(decision: Decision, *, now: datetime) -> Need:
    return Need(
        kind=Kind.DECISION_OBJECTION if decision.procedure == Procedure.SILENCE else Kind.DECISION_ANSWER,
        subject=decision.title,
        mark=decision.register_number,
        url=reverse("decisions:detail", args=[decision.key]),
        deadline_at=decision.deadline_at or now,
        left=time_left(decision.deadline_at or now, now=now),
    )


def _task(task: Task, *, user: User, now: datetime) -> Need:
    deadline_at = end_of(task.due_on or now.date(), zone=ZoneInfo(user.time_zone))
    return Need(
        kind=Kind.TASK,
        subject=task.what,
        mark=str(task.group.name),
        url=reverse("groups:detail", args=[task.group.slug]),
        deadline_at=deadline_at,
        left=time_left(deadline_at, now=now),
    )


def end_of(day: date, *, zone: ZoneInfo) -> datetime:
    """A day is over at its last minute, where the person is."""
    return datetime.combine(day, time(23, 59), tzinfo=zone)
