"""What every view of a group asks first: who reads, and whether they may know of the group at all."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from members.accounts.models import User
from members.groups import queries
from members.groups.models import Group
from members.groups.queries import Place


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One person in one group at one moment."""

    person: User
    group: Group
    place: Place
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()


def visit(request: HttpRequest, slug: str) -> Visit:
    """404 when this person must not learn that the group exists."""
    assert isinstance(request.user, User)
    now = timezone.now()
    group = queries.group_seen(slug, person=request.user, on=now.date())
    place = queries.place_in(group, request.user, on=now.date()) if group else None
    if group is None or place is None:
        raise Http404
    return Visit(person=request.user, group=group, place=place, now=now)


def visit_inside(request: HttpRequest, slug: str) -> Visit:
    """404 when this person may not read what is in the group."""
    visiting = visit(request, slug)
    if not visiting.place.reads:
        raise Http404
    return visiting
