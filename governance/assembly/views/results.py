from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.assembly.queries import results as queries
from governance.assembly.queries.pages import ballot_of
from governance.assembly.views.found import assembly_or_404, person
from members.organisations.permissions import members_only


@members_only
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    context = {"assembly": assembly, "outcomes": queries.outcomes(assembly, user=person(request))}
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
