"""The agenda: items in their order, papers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.admin.screens import Screen, asked, assembly_for, pressed, typed
from governance.assembly.forms.desk import AgendaItemForm, AgendaPaperForm
from governance.assembly.models import AgendaItem, Assembly, Paper
from governance.assembly.queries.pages import agenda_of


@require_safe
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    return render(request, "assembly/admin/agenda.html", {"assembly": assembly, "agenda": agenda_of(assembly)})


def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    return _item(request, AgendaItem(assembly=assembly), title=_("New agenda item"))


def edit_item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    item = _item_or_404(assembly_for(request, pk), number)
    return _item(request, item, title=str(item))


def _item(request: HttpRequest, item: AgendaItem, *, title: str) -> HttpResponse:
    form = AgendaItemForm(**typed(request), instance=item)
    screen = Screen(assembly=item.assembly, title=title, submit=_("Save the item"), address=_address(item.assembly))
    return asked(request, screen, form=form, does=lambda: actions.write_item(form.instance, now=timezone.now()))


@require_POST
def move_item(request: HttpRequest, pk: int, number: int, to: int) -> HttpResponse:
    item = _item_or_404(assembly_for(request, pk), number)
    told = _("“%(item)s” was moved.") % {"item": item.title}
    return pressed(
        request,
        _address(item.assembly),
        does=lambda: actions.move_item(item, to=to, now=timezone.now()),
        told=told,
    )


@require_POST
def remove_item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    item = _item_or_404(assembly_for(request, pk), number)
    told = _("“%(item)s” was removed.") % {"item": item.title}
    return pressed(
        request, _address(item.assembly), does=lambda: actions.remove_item(item, now=timezone.now()), told=told
    )


def add_paper(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    item = _item_or_404(assembly_for(request, pk), number)
    form = AgendaPaperForm(**typed(request), instance=Paper(item=item))
    title = _("New paper for %(item)s") % {"item": item}
    screen = Screen(assembly=item.assembly, title=title, submit=_("Add the paper"), address=_address(item.assembly))
    return asked(request, screen, form=form, does=lambda: actions.add_paper(form.instance, now=timezone.now()))


@require_POST
def remove_paper(request: HttpRequest, pk: int, number: int, paper: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    found = get_object_or_404(Paper, item=_item_or_404(assembly, number), number=paper)
    told = _("“%(item)s” was removed.") % {"item": found.title}
    return pressed(request, _address(assembly), does=lambda: actions.remove_paper(found, now=timezone.now()), told=told)


def _item_or_404(assembly: Assembly, number: int) -> AgendaItem:
    return get_object_or_404(AgendaItem, assembly=assembly, number=number)


def _address(assembly: Assembly) -> str:
    return reverse("assembly_desk:agenda", args=[assembly.pk])


urlpatterns = [
    path("run/<int:pk>/agenda/", agenda, name="agenda"),
    path("run/<int:pk>/agenda/add/", add_item, name="add-item"),
    path("run/<int:pk>/agenda/<int:number>/", edit_item, name="edit-item"),
    path("run/<int:pk>/agenda/<int:number>/to/<int:to>/", move_item, name="move-item"),
    path("run/<int:pk>/agenda/<int:number>/remove/", remove_item, name="remove-item"),
    path("run/<int:pk>/agenda/<int:number>/papers/add/", add_paper, name="add-paper"),
    path("run/<int:pk>/agenda/<int:number>/papers/<int:paper>/remove/", remove_paper, name="remove-paper"),
]
