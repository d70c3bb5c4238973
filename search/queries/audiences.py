"""Which audience tokens a reader carries. A change of memberships changes these, and no document is indexed again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser

from governance.decisions.models import Office
from members.accounts.models import User
from members.groups.models import GroupMembership
from members.organisations.models import Contact, Organisation
from search.queries.documents.trees import privacy, tokens_of
from search.rules import audiences


def audience_of(user: User | AnonymousUser, *, on: date) -> tuple[str, ...]:
    """For the members' search of everything; the public search asks for `public` alone, whoever reads.

    Five queries at most, whoever it is.
    """
    if not isinstance(user, User) or not user.is_active:
        return (audiences.PUBLIC, audiences.ANYONE)
    return tuple(tokens(user, on))


def tokens(user: User, on: date) -> Iterator[str]:
    yield from (audiences.PUBLIC, audiences.ANYONE, audiences.person(user.pk))
    if user.is_staff:
        yield audiences.STAFF
    members = Organisation.objects.members_on(on).values("pk")
    acting = Contact.objects.of(user).on(on).filter(organisation__in=members)
    organisations = sorted(set(acting.values_list("organisation", flat=True)))
    if organisations:
        yield audiences.MEMBER
    yield from map(audiences.organisation, organisations)
    groups = GroupMembership.objects.on(on).filter(person=user).order_by("group")
    yield from map(audiences.group, groups.values_list("group", flat=True).distinct())
    bodies = Office.objects.on(on).of(user).order_by("body")
    yield from map(audiences.body, bodies.values_list("body", flat=True).distinct())
    yield from tokens_of(user, here=privacy())
