"""What open decisions want: of people, and of the worker."""

from datetime import datetime

from django.db.models import Q

from governance.decisions.models import Decision, Office
from governance.decisions.rules import REMINDED_BEFORE, remind_at
from members.accounts.models import User


def decisions_awaiting(user: User, *, now: datetime) -> list[Decision]:
    """Open questions of the bodies that this person sits in and has not answered; the nearest deadline first.

    Others may read an open question in the register; nobody is asked who may not answer.
    """
    on = now.date()
    bodies = Office.objects.of(user).on(on).values("body")
    running = Decision.objects.visible_to(user, on=on).open().filter(deadline_at__gt=now, body__in=bodies)
    mine = Q(recusals__member=user) | Q(readings__reader=user) | Q(answers__member=user, answers__is_current=True)
    waiting = running.exclude(pk__in=Decision.objects.filter(mine).values("pk"))
    return list(waiting.order_by("deadline_at", "pk"))


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
