"""Coming into a group and leaving it."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.groups import notices, rules
from members.groups.actions.standing import GroupRefused, must_lead, reader_at
from members.groups.actions.telling import tell
from members.groups.models import Group, GroupMembership, JoinRequest
from members.groups.queries import co_chairs_of, readers
from members.groups.rules import RequestState, Role
from members.organisations.permissions import is_member_person


@transaction.atomic
def join_group(group: Group, *, person: User, now: datetime) -> GroupMembership:
    Group.objects.select_for_update().get(pk=group.pk)
    to_come = group.memberships.filter(person=person, until_on=None).exists()
    if to_come or not rules.may_join(reader_at(person, group, now=now), group.policies):
        raise GroupRefused(_("This group does not let people in by themselves, or you are in it already."))
    return GroupMembership.objects.create(group=group, person=person, role=Role.MEMBER.value, from_on=now.date())


@transaction.atomic
def leave_group(group: Group, *, person: User, now: datetime) -> None:
    """Ends the memberships of a person on this day. The last co-chair stays until there is another."""
    _end(
        group,
        person=person,
        now=now,
        refusal=_("You are the only co-chair. Ask the secretariat to name another one first."),
    )


@transaction.atomic
def bring_in(group: Group, *, person: User, by: User, now: datetime) -> GroupMembership:
    """A co-chair brings in somebody of the network, who is told; a waiting request of theirs is accepted with it."""
    must_lead(by, group, now=now)
    Group.objects.select_for_update().get(pk=group.pk)
    if not is_member_person(person, on=now.date()):
        raise GroupRefused(_("This person acts for no member organisation today. Ask the secretariat."))
    waiting = JoinRequest.objects.filter(group=group, person=person, state=RequestState.OPEN.value)
    waiting.update(state=RequestState.ACCEPTED.value, answered_at=now, answered_by=by)
    return _let_in(group, person=person, now=now)


@transaction.atomic
def end_membership(group: Group, *, person: User, by: User, now: datetime) -> None:
    """A co-chair ends somebody's membership on this day."""
    must_lead(by, group, now=now)
    _end(
        group,
        person=person,
        now=now,
        refusal=_("This is the only co-chair. Ask the secretariat to name another one first."),
    )


def _end(group: Group, *, person: User, now: datetime, refusal: str) -> None:
    Group.objects.select_for_update().get(pk=group.pk)
    current = group.memberships.on(now.date())
    led_by_others = current.co_chairs().exclude(person=person).exists()
    if current.co_chairs().filter(person=person).exists() and not led_by_others:
        raise GroupRefused(refusal)
    current.filter(person=person).update(until_on=now.date())


@transaction.atomic
def ask_to_join(group: Group, *, person: User, why: str, now: datetime) -> JoinRequest:
    """Asks once, and tells the co-chairs; asking again while the request waits gives the same request."""
    Group.objects.select_for_update().get(pk=group.pk)
    if not rules.may_ask_to_join(reader_at(person, group, now=now), group.policies):
        raise GroupRefused(_("This group does not take requests, or you are in it already."))
    request, is_new = JoinRequest.objects.get_or_create(
        group=group, person=person, state=RequestState.OPEN.value, defaults={"why": why, "asked_at": now}
    )
    if is_new:
        leaders = readers(co_chairs_of(group, on=now.date()), on=now.date())
        tell(leaders, about=str(group), notice=partial(notices.request_made, request), now=now)
    return request


@transaction.atomic
def withdraw_request(group: Group, *, person: User, now: datetime) -> None:
    """Whoever asked thinks better of it before somebody answered."""
    waiting = JoinRequest.objects.filter(group=group, person=person, state=RequestState.OPEN.value)
    if not waiting.update(state=RequestState.WITHDRAWN.value, answered_at=now, answered_by=person):
        raise GroupRefused(_("Somebody answered this request already."))


@transaction.atomic
def accept_request(request: JoinRequest, *, by: User, now: datetime) -> GroupMembership:
    _answer(request, state=RequestState.ACCEPTED, by=by, now=now)
    return _let_in(request.group, person=request.person, now=now)


@transaction.atomic
def decline_request(request: JoinRequest, *, by: User, now: datetime) -> None:
    _answer(request, state=RequestState.DECLINED, by=by, now=now)
    tell([request.person], about=str(request.group), notice=partial(notices.request_declined, request.group), now=now)


def _answer(request: JoinRequest, *, state: RequestState, by: User, now: datetime) -> None:
    must_lead(by, request.group, now=now)
    waiting = JoinRequest.objects.filter(pk=request.pk, state=RequestState.OPEN.value)
    if not waiting.update(state=state.value, answered_at=now, answered_by=by):
        raise GroupRefused(_("Somebody answered this request already."))


def _let_in(group: Group, *, person: User, now: datetime) -> GroupMembership:
    membership, is_new = GroupMembership.objects.get_or_create(
        group=group, person=person, until_on=None, defaults={"from_on": now.date()}
    )
    if is_new:
        tell([person], about=str(group), notice=partial(notices.let_in, group), now=now)
    return membership
