"""The list of groups, the overview of one, and why somebody sees it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from members.accounts.models import User
from members.groups import queries
from members.groups.forms import AskForm
from members.groups.rules import Role
from members.groups.views.seeing import Visit, visit
from members.organisations.permissions import members_only

LATEST = 5


@members_only
def group_list(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    today = timezone.now().date()
    seen = queries.groups_seen(request.user, on=today)
    context = {
        "mine": [entry for entry in seen if entry.role],
        "others": [entry for entry in seen if not entry.role],
        "opened": queries.documents_opened_to(request.user, on=today),
    }
    return render(request, "groups/list.html", context)


@members_only
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return overview(request, visit(request, slug), form=AskForm())


def overview(request: HttpRequest, here: Visit, *, form: AskForm) -> HttpResponse:
    people = queries.people_in(here.group, reader=here.person, on=here.today)
    context: dict[str, Any] = {
        "group": here.group,
        "place": here.place,
        "numbers": queries.numbers_of(here.group, on=here.today),
        "co_chairs": [member for member in people if member.membership.role == Role.CO_CHAIR.value],
        "form": form,
    }
    if here.place.reads:
        context |= {
            "topics": queries.discussions(here.group, reader=here.person)[:LATEST],
            "documents": queries.documents(here.group),
            "tasks": queries.tasks(here.group),
            "meeting": queries.next_meeting(here.group, now=here.now),
            "today": here.today,
        }
    if here.place.leads:
        context["requests"] = queries.requests_to_join(here.group)
    if here.place.asks:
        context["asked"] = queries.request_of(here.person, group=here.group)
    return render(request, "groups/detail.html", context)


@members_only
def why(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    return render(request, "groups/why.html", {"group": here.group, "place": here.place})
