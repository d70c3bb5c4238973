"""Coming into a group and leaving it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.groups import actions, queries
from members.groups.actions import GroupRefused
from members.groups.forms import AskForm, ChosenForm, PersonForm
from members.groups.views.group import overview
from members.groups.views.seeing import Visit, visit, visit_inside
from members.organisations.permissions import members_only


@members_only
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the group; a co-chair brings somebody in by posting their address."""
    here = visit_inside(request, slug)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and not here.place.leads:
        raise Http404
    if request.method == "POST" and form.is_valid() and _brought_in(here, form):
        messages.success(request, _("This person is in the group now, and gets a mail that says so."))
        return redirect("groups:people", slug=slug)
    members = queries.people_in(here.group, reader=here.person, on=here.today)
    context = {"group": here.group, "place": here.place, "members": members, "form": form}
    return render(request, "groups/people.html", context | {"chosen": _chosen(here)})


def _chosen(here: Visit) -> ChosenForm | None:
    return ChosenForm(people=queries.people_of(here.group, on=here.today)) if here.place.leads else None


def _brought_in(here: Visit, form: PersonForm) -> bool:
    person = queries.person_of_the_network(form.cleaned_data["email"], on=here.today)
    if person is None:
        form.add_error("email", _("Nobody of the network signs in with this address. Ask the secretariat."))
        return False
    actions.bring_in(here.group, person=person, by=here.person, now=here.now)
    return True


@require_POST
@members_only
def end_membership(request: HttpRequest, slug: str) -> HttpResponse:
    """A co-chair ends the membership of somebody in the group."""
    here = visit_inside(request, slug)
    form = ChosenForm(request.POST, people=queries.people_of(here.group, on=here.today))
    if not here.place.leads or not form.is_valid():
        raise Http404
    person = form.cleaned_data["person"]
    if _attempt(request, lambda: actions.end_membership(here.group, person=person, by=here.person, now=here.now)):
        messages.success(request, _("%(person)s is not in the group any more.") % {"person": person})
    return redirect("groups:people", slug=slug)


@require_POST
@members_only
def join(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    if _attempt(request, lambda: actions.join_group(here.group, person=here.person, now=here.now)):
        messages.success(request, _("Welcome to the group."))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    form = AskForm(request.POST)
    if not form.is_valid():
        return overview(request, here, form=form)
    if _attempt(
        request, lambda: actions.ask_to_join(here.group, person=here.person, now=here.now, **form.cleaned_data)
    ):
        messages.success(request, _("The co-chairs have your request. You will find the group here once they accept."))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    if _attempt(request, lambda: actions.withdraw_request(here.group, person=here.person, now=here.now)):
        messages.success(request, _("Your request is withdrawn."))
    return redirect("groups:detail", slug=slug)


@require_POST
@members_only
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit(request, slug)
    if not _attempt(request, lambda: actions.leave_group(here.group, person=here.person, now=here.now)):
        return redirect("groups:detail", slug=slug)
    messages.success(request, _("You left the group."))
    return redirect("groups:list")


@require_POST
@members_only
def answer(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A co-chair answers a request to join: `answer=accept`, else it is declined."""
    here = visit_inside(request, slug)
    asked = here.group.join_requests.filter(key=key).select_related("group", "person").first()
    if asked is None or not here.place.leads:
        raise Http404
    answering = actions.accept_request if request.POST.get("answer") == "accept" else actions.decline_request
    _attempt(request, lambda: answering(asked, by=here.person, now=here.now))
    return redirect("groups:detail", slug=slug)


def _attempt(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Whether it was done; a refusal is shown on the next page."""
    try:
        act()
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
        return False
    return True
