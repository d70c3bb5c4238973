"""What somebody in a group will do: adding, taking, finishing."""

from collections.abc import Collection
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups import notices
from members.groups.actions.standing import GroupRefused, must_write
from members.groups.actions.telling import tell
from members.groups.models import Group, Task


@transaction.atomic
def add_task(group: Group, *, what: str, owner: User | None, due_on: date | None, by: User, now: datetime) -> Task:
    """A task of the group, for somebody in it or for whoever takes it. An owner who did not write it is told."""
    must_write(by, group, now=now)
    if owner is not None and not group.memberships.on(now.date()).filter(person=owner).exists():
        raise GroupRefused(_("A task is for somebody in the group. Choose another person, or nobody yet."))
    task = Task.objects.create(group=group, what=what, owner=owner, due_on=due_on)
    if owner is not None and owner != by:
        tell([owner], about=what, notice=partial(notices.task_given, task, by=by), now=now)
    return task


@transaction.atomic
def take_task(task: Task, *, by: User, now: datetime) -> None:
    """A task without an owner becomes this person's; of two who press at once, one gets it."""
    must_write(by, task.group, now=now)
    if not Task.objects.filter(pk=task.pk, owner=None, done_at=None).update(owner=by):
        raise GroupRefused(_("Somebody has taken this task already, or it is done."))


@transaction.atomic
def give_task_back(task: Task, *, by: User, now: datetime) -> None:
    must_write(by, task.group, now=now)
    if not Task.objects.filter(pk=task.pk, owner=by, done_at=None).update(owner=None):
        raise GroupRefused(_("This task is not yours, or it is done."))


@transaction.atomic
def finish_tasks(group: Group, *, by: User, before: Collection[str], done: Collection[str], now: datetime) -> None:
    """By keys: what was done when the page was made, and what is ticked now. What others did meanwhile stays."""
    must_write(by, group, now=now)
    finished, reopened = set(done) - set(before), set(before) - set(done)
    Task.objects.filter(group=group, key__in=finished, done_at__isnull=True).update(done_at=now)
    Task.objects.filter(group=group, key__in=reopened, done_at__isnull=False).update(done_at=None)
