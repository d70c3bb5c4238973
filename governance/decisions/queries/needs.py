"""What open decisions want: of people, and of the worker."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from governance.decisions.models import Decision, Office
from governance.decisions.permissions import is_secretariat
from governance.decisions.rules import REMINDED_BEFORE, remind_at
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """Something that an open decision wants of a person: an answer, or that they read it."""

    decision: Decision
    answer: bool


def decisions_awaiting(user: User, *, now: datetime) -> list[Awaited]:
    """Open questions: to answer for who sits in the body, to read for other members; the nearest deadline first."""
    on = now.date()
    seats = set(Office.objects.of(user).on(on).values_list("body", flat=True))
    running = Decision.objects.visible_to(user, on=on).open().filter(deadline_at__gt=now)
    mine = Q(recusals__member=user) | Q(readings__reader=user) | Q(answers__member=user, answers__is_current=True)
    waiting = running.exclude(pk__in=Decision.objects.filter(mine).values("pk")).select_related("body")
    return [
        Awaited(decision=one, answer=one.body_id in seats)
        for one in waiting.order_by("deadline_at", "pk")
        if one.body_id in seats or not is_secretariat(user)
    ]


def due_to_settle(now: datetime) -> list[Decision]:
    """Open decisions whose deadline has passed, the oldest first."""
    return list(Decision.objects.open().filter(deadline_at__lte=now).order_by("deadline_at", "pk"))


def due_to_remind(now: datetime) -> list[Decision]:
    """Open decisions that nobody was reminded of and whose deadline is near, the nearest first."""
    near = Decision.objects.open().filter(
        reminded_at__isnull=True, deadline_at__gt=now, deadline_at__lte=now + REMINDED_BEFORE
    )
    return [one for one in near.order_by("deadline_at", "pk") if is_to_be_reminded_of(one, now=now)]


def is_to_be_reminded_of(decision: Decision, *, now: datetime) -> bool:
    opened_at, deadline_at = decision.opened_at, decision.deadline_at
    if not decision.is_open or decision.reminded_at or opened_at is None or deadline_at is None:
        return False
    return remind_at(opened_at=opened_at, deadline_at=deadline_at) <= now < deadline_at
