"""The same questions as `rules.may_see` and `rules.may_read`, asked of many groups at once in SQL.

`tests/members/groups/test_permissions.py` runs both over the same cases.
"""

from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q

from members.accounts.models import User
from members.groups.rules import Visibility
from members.organisations.models import Contact, MembershipTerm

Person = User | AnonymousUser
NOBODY = Q(pk__in=[])
EVERYTHING = ~NOBODY


def holds(day: date) -> Q:
    """Rows with `from_on` and `until_on` (half-open) that hold on that day."""
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def seen_by(person: Person, *, on: date, group: str = "") -> Q:
    """Groups whose existence and purpose a person may know; `group` is the way to it, such as `topic__group`."""
    return _shown_to(person, (Visibility.OPEN, Visibility.LISTED), on=on, group=group)


def read_by(person: Person, *, on: date, group: str = "") -> Q:
    """Groups whose content a person may read."""
    return _shown_to(person, (Visibility.OPEN,), on=on, group=group)


def _shown_to(person: Person, to_the_network: tuple[Visibility, ...], *, on: date, group: str) -> Q:
    if not isinstance(person, User) or not person.is_active:
        return NOBODY
    if person.is_staff:
        return EVERYTHING
    way = f"{group}__" if group else ""
    inside = Q(_in_the_group(person, on=on, pk=OuterRef(f"{way}pk")))
    visible: dict[str, Any] = {f"{way}visibility__in": [word.value for word in to_the_network]}
    return inside | (Q(**visible) & Q(of_the_network(person, on=on)))


def _in_the_group(person: User, *, on: date, pk: OuterRef) -> Exists:
    memberships = apps.get_model("groups", "GroupMembership")._default_manager
    return Exists(memberships.filter(holds(on), person=person, group=pk))


def of_the_network(person: User, *, on: date) -> Exists:
    """Whether the person acts, on that day, for an organisation that is a member or observer on that day."""
    terms = MembershipTerm.objects.on(on).filter(organisation=OuterRef("organisation"))
    return Exists(Contact.objects.of(person).on(on).filter(Exists(terms)))
