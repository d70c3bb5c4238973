"""Tasks of a group."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from members.groups import actions, queries
from members.groups.actions import GroupRefused
from members.groups.forms import TaskForm
from members.groups.models import Task
from members.groups.views.seeing import Visit, visit_inside
from members.organisations.permissions import members_only


@members_only
def add_task(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    if not here.place.replies:
        raise Http404
    form = TaskForm(request.POST or None, people=queries.people_of(here.group, on=here.today))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_task(here.group, by=here.person, now=here.now, **form.cleaned_data)
        except GroupRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _to_the_tasks(slug)
    return render(request, "groups/add_task.html", {"group": here.group, "place": here.place, "form": form})


@require_POST
@members_only
def take_task(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A person takes a task that is nobody's, or gives theirs back with `back=1`."""
    here = visit_inside(request, slug)
    task = _task(here, key)
    taking = actions.give_task_back if request.POST.get("back") else actions.take_task
    try:
        taking(task, by=here.person, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    return _to_the_tasks(slug)


@require_POST
@members_only
def finish_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    before, done = keys(request, "before"), keys(request, "done")
    try:
        actions.finish_tasks(here.group, by=here.person, before=before, done=done, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    return _to_the_tasks(slug)


def keys(request: HttpRequest, name: str) -> set[str]:
    """As they were sent, without what no database keeps."""
    return {one for one in request.POST.getlist(name) if "\x00" not in one}


def _task(here: Visit, key: str) -> Task:
    task = Task.objects.visible_to(here.person, on=here.today).filter(group=here.group, key=key).first()
    if task is None:
        raise Http404
    return task


def _to_the_tasks(slug: str) -> HttpResponse:
    address = redirect("groups:detail", slug=slug)
    address["Location"] += "#tasks"
    return address
