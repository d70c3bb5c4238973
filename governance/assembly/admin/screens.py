"""What every screen of the desk does: look the meeting up, ask, act, say what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cms.storage import FileRefused
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Assembly, Election, Motion
from governance.assembly.queries.running import subject_of
from governance.voting.actions import BallotRefused
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Screen:
    """A form whose sending is one act. `address` is where its reader goes when it is done."""

    assembly: Assembly
    title: str
    submit: str
    address: str


def secretary(request: HttpRequest) -> User:
    """Whoever asks, when they may change assemblies."""
    if not isinstance(request.user, User) or not request.user.has_perm("assembly.change_assembly"):
        raise PermissionDenied
    return request.user


def assembly_for(request: HttpRequest, pk: int) -> Assembly:
    secretary(request)
    return get_object_or_404(Assembly.objects.select_related("electorate", "series", "minutes"), pk=pk)


def subject_for(request: HttpRequest, pk: int, *, key: str) -> Motion | Election:
    found = subject_of(assembly_for(request, pk), key=key)
    if found is None:
        raise Http404
    return found


def typed(request: HttpRequest) -> dict[str, Any]:
    """What a form is made with: what was typed and the files, or nothing yet."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def asked(
    request: HttpRequest, screen: Screen, *, form: forms.BaseForm, does: Callable[[], object], **context: object
) -> HttpResponse:
    """GET shows the form; POST acts, or shows it again with what was typed and why it was refused."""
    if request.method == "POST" and form.is_valid() and _is_done(form, does):
        messages.success(request, _("Saved: %(title)s.") % {"title": screen.title})
        return redirect(screen.address)
    context = {**context, "screen": screen, "form": form}
    return render(request, "assembly/admin/form.html", context)


def pressed(request: HttpRequest, address: str, *, does: Callable[[], object], told: str) -> HttpResponse:
    """One press of a button."""
    try:
        does()
    except (AssemblyRefused, BallotRefused) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, told)
    return redirect(address)


def _is_done(form: forms.BaseForm, does: Callable[[], object]) -> bool:
    try:
        does()
    except (AssemblyRefused, BallotRefused, FileRefused) as refused:
        words = refused.messages[0] if isinstance(refused, FileRefused) else str(refused)
        form.add_error(None, words)
        return False
    return True
