"""Who may see a meeting."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser

from governance.assembly.models import Assembly
from members.accounts.models import User
from members.organisations.permissions import is_member_person


def may_see(user: User | AnonymousUser, assembly: Assembly, *, on: date) -> bool:
    """What `Assembly.objects.visible_to` says of one."""
    if not isinstance(user, User):
        return False
    if user.is_staff:
        return True
    return not assembly.is_draft and is_member_person(user, on=on)
