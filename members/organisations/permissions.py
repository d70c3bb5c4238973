"""Who may enter the members' extranet."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from members.accounts.models import User
from members.organisations.models import Contact, Organisation
from members.organisations.rules import Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def is_member_person(user: User, *, on: date) -> bool:
    """Whether the person has a role, that day, in an organisation that is a member or observer that day."""
    return acted_for(user, on=on).exists()


def acted_for(user: User, *, on: date) -> QuerySet[Organisation]:
    """The members and observers of that day in which the person has a role; for a question within another one."""
    return Organisation.objects.members_on(on).filter(contacts__in=Contact.objects.of(user).on(on))


def may_see(organisation: Organisation, user: User | AnonymousUser, *, on: date) -> bool:
    """Whether the person may learn that it exists. `Organisation.objects.visible_to` is the same for many."""
    if not organisation.hidden or user.is_staff:
        return True
    return isinstance(user, User) and Contact.objects.of(user).on(on).filter(organisation=organisation).exists()


def keeps_contacts_of(organisation: Organisation, user: User, *, on: date) -> bool:
    """Its primary contact of that day says who acts for it, as long as it is a member or observer."""
    primary = Contact.objects.of(user).on(on).filter(organisation=organisation, role=Role.PRIMARY)
    return primary.exists() and Organisation.objects.members_on(on).filter(pk=organisation.pk).exists()


def may_enter_extranet(user: User | AnonymousUser, *, now: datetime) -> bool:
    """The secretariat, and people with a role in an organisation that is a member or observer today."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_staff or is_member_person(user, on=now.date())


def members_only(view: View[P]) -> View[P]:
    """Sends the anonymous to the sign-in page; a stranger gets 404. The answer is never stored by a cache."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may_enter_extranet(request.user, now=timezone.now()):  # noqa: TID251 - it is the first line of a view
            raise Http404
        response = view(request, *args, **kwargs)
        response.setdefault("Cache-Control", "private, no-store")
        return response

    return guarded
