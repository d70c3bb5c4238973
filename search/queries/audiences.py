"""Which audience tokens a reader carries. A change of memberships changes these, and no document is indexed again."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser

from members.accounts.models import User
from members.organisations.queries import organisations_of
from search.rules.documents import PUBLIC


def audience_of(user: User | AnonymousUser, *, on: date) -> tuple[str, ...]:
    """`public` for everybody; `user:55`, `member`, `organisation:7` and `staff` for those who are."""
    if not isinstance(user, User) or not user.is_active:
        return (PUBLIC,)
    organisations = [f"organisation:{item.pk}" for item in organisations_of(user, on=on)]
    member = ("member",) if organisations or user.is_staff else ()
    staff = ("staff",) if user.is_staff else ()
    return (PUBLIC, f"user:{user.pk}", *member, *organisations, *staff)
