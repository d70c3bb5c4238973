"""Who may act in a group: asked by every action before it changes anything."""

from datetime import datetime

from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups import rules
from members.groups.models import Group
from members.groups.permissions import reader_of
from members.groups.rules import Reader


class GroupRefused(Exception):
    """Worded for the person who wanted to come in, to leave, to add something or to lead."""


def reader_at(person: User, group: Group, *, now: datetime) -> Reader:
    return reader_of(person, group, on=now.date())


def must_lead(person: User, group: Group, *, now: datetime) -> None:
    if not rules.may_lead(reader_at(person, group, now=now)):
        raise GroupRefused(_("Only a co-chair of the group does this."))


def must_plan(person: User, group: Group, *, now: datetime) -> None:
    if not rules.may_plan(reader_at(person, group, now=now)):
        raise GroupRefused(_("Only a co-chair of the group or the secretariat plans its meetings."))


def must_write(person: User, group: Group, *, now: datetime) -> None:
    if not rules.may_reply(reader_at(person, group, now=now), group.policies):
        raise GroupRefused(_("You can read this group, but only its members add to it."))
