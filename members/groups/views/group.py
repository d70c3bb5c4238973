from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.accounts.models import User
from members.groups import actions, queries
from members.groups.actions import GroupRefused
from members.groups.forms import AskForm
from members.groups.models import JoinRequest
from members.groups.rules import Role
from members.groups.views.seeing import Visit, visit, visit_inside
from members.organisations.permissions import members_only

LATEST = 5


@members_only
def group_list(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    seen = queries.groups_seen(request.user, on=timezone.now().date())
    mine = [entry for entry in seen if entry.role]
    others = [entry for entry in seen if not entry.role]
    return render(request, "groups/list.html", {"mine": mine, "others": others})


@members_only
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _overview(request, visit(request, slug), form=AskForm())


def _overview(request: HttpRequest, here: Visit, *, form: AskForm) -> HttpResponse:
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
    return render(request, "groups/detail.html", context)


@members_only
def people(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    members = queries.people_in(here.group, reader=here.person, on=here.today)
    return render(request, "groups/people.html", {"group": here.group, "place": here.place, "members": members})


@members_only
def why(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    return render(request, "groups/why.html", {"group": here.group, "place": here.place})


@require_POST
@members_only
def join(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    try:
        actions.join_group(here.group, person=here.person, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Welcome to the group."))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    form = AskForm(request.POST)
    if not form.is_valid():
        return _overview(request, here, form=form)
    try:
        actions.ask_to_join(here.group, person=here.person, now=here.now, **form.cleaned_data)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The co-chairs have your request. You will find the group here once they accept."))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    try:
        actions.leave_group(here.group, person=here.person, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("groups:detail", slug=slug)
    messages.success(request, _("You left the group."))
    return redirect("groups:list")


@require_POST
@members_only
def answer(request: HttpRequest, slug: str, request_id: int) -> HttpResponse:
    """A co-chair answers a request to join: `answer=accept`, else it is declined."""
    here = visit_inside(request, slug)
    asked = JoinRequest.objects.filter(group=here.group, pk=request_id).select_related("group", "person").first()
    if asked is None or not here.place.leads:
        raise Http404
    answering = actions.accept_request if request.POST.get("answer") == "accept" else actions.decline_request
    try:
        answering(asked, by=here.person, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def finish_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    try:
        actions.finish_tasks(
            here.group,
            by=here.person,
            done={one for one in request.POST.getlist("done") if "\x00" not in one},
            now=here.now,
        )
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("groups:detail", slug=slug)
