from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.queries import delegations_of
from governance.assembly.queries import results as queries
from governance.assembly.queries.pages import ballot_of
from governance.assembly.views.found import assembly_or_404, person
from members.organisations.permissions import members_only


@members_only
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    context = {
        "assembly": assembly,
        "outcomes": queries.outcomes(assembly, user=person(request)),
        "may_object": bool(delegations_of(person(request), assembly=assembly)),
    }
    return render(request, "assembly/results.html", context)


@members_only
@require_safe
def board(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The papers of a secret ballot by their tracking codes, once its result may be read."""
    assembly = assembly_or_404(request, slug)
    ballot = ballot_of(assembly, key=key)
    papers = queries.board(ballot) if ballot else []
    if not papers:
        raise Http404
    return render(request, "assembly/board.html", {"assembly": assembly, "ballot": ballot, "papers": papers})


@never_cache
@members_only
def sign(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A teller compares a count, which nobody else reads yet, and signs it."""
    assembly, reader, now = assembly_or_404(request, slug), person(request), timezone.now()
    outcome = queries.count_to_sign(assembly, key=key, user=reader, on=now.date())
    if outcome is None:
        raise Http404
    if request.method != "POST":
        return render(request, "assembly/sign.html", {"assembly": assembly, "outcome": outcome})
    try:
        actions.sign(outcome.ballot, by=reader, now=now)
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You have signed this count."))
    return redirect("assembly:results", slug=slug)
