"""A member objects: to a line of the roll, to the minutes, to a decision. And reads a paper of the agenda."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.storage import private_files
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.forms import ObjectionForm
from governance.assembly.models import Assembly, Paper
from governance.assembly.queries import delegations_of
from governance.assembly.queries.pages import ballot_of
from governance.assembly.queries.rolls import entry_of
from governance.assembly.views.found import assembly_or_404, person
from members.organisations.permissions import members_only


@members_only
def object_to_roll(request: HttpRequest, slug: str, organisation: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    entry = entry_of(assembly, slug=organisation, user=person(request))
    if entry is None:
        raise Http404
    about = _("The roll says that %(name)s may vote. You say that it may not.")
    if not entry.may_vote:
        about = _("The roll says that %(name)s may not vote. You say that it may.")
    form = objection_form(request, assembly)
    return objected(
        request,
        form,
        does=partial(actions.object_to_roll, entry),
        heading=_("Object to the roll"),
        about=about % {"name": entry.organisation.name},
        assembly=assembly,
        address=reverse("assembly:roll", args=[slug]),
    )


@members_only
def object_to_minutes(request: HttpRequest, slug: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    form = objection_form(request, assembly)
    return objected(
        request,
        form,
        does=partial(actions.object_to_minutes, assembly),
        heading=_("Object to the minutes"),
        about=_("Say what they tell wrongly, and how it was."),
        assembly=assembly,
        address=reverse("assembly:detail", args=[slug]),
    )


@members_only
def challenge(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    ballot = ballot_of(assembly, key=key)
    if ballot is None:
        raise Http404
    form = objection_form(request, assembly)
    return objected(
        request,
        form,
        does=partial(actions.challenge, ballot),
        heading=_("Challenge a result"),
        about=str(ballot.question),
        assembly=assembly,
        address=reverse("assembly:results", args=[slug]),
    )


@members_only
@require_safe
def paper(request: HttpRequest, slug: str, item: int, number: int) -> HttpResponse:
    """The file of a paper, at an address that soon ends."""
    found = get_object_or_404(Paper, item__assembly=assembly_or_404(request, slug), item__number=item, number=number)
    if not found.file:
        raise Http404
    name = str(found.file.name)
    filename = f"{item}.{number}-{slugify(str(found.title)) or 'paper'}.{name.rpartition('.')[2]}"
    return redirect(private_files().address(name, filename=filename))


def objection_form(request: HttpRequest, assembly: Assembly) -> ObjectionForm:
    """For those who speak for an organisation in this meeting; 404 otherwise."""
    mine = delegations_of(person(request), assembly=assembly)
    if not mine:
        raise Http404
    return ObjectionForm(request.POST if request.method == "POST" else None, organisations=mine)


def objected(
    request: HttpRequest, form: ObjectionForm, *, does: Callable[..., object], address: str, **context: object
) -> HttpResponse:
    """GET asks; POST raises the objection, or shows what was typed and why it was refused."""
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            does(organisation=form.objecting, by=person(request), text=text, now=timezone.now())
        except AssemblyRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Your objection is recorded. You will find the answer here."))
            return redirect(address)
    return render(request, "assembly/objection.html", {**context, "form": form, "address": address})
