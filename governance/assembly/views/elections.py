"""A secret ballot in its first form: draw a paper, mark it, check it, hand it in, keep the code.

The credential travels in the form alone: no address, session or log has it. The page says what that protects.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.forms import PaperForm
from governance.assembly.models import Assembly, Candidacy, Election
from governance.assembly.queries.drawn import drawings, drawn_papers
from governance.assembly.queries.pages import election_of, votes_held
from governance.assembly.views.found import assembly_or_404, person, register_first_or_404
from governance.voting.models import Ballot
from governance.voting.queries.ballots import undrawn_mandates
from members.organisations.permissions import members_only


@never_cache
@members_only
@require_safe
def paper(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly, election = begun_or_404(request, slug=slug, key=key)
    if not votes_held(ballot_of(election), user=person(request)):
        return register_first_or_404(request, assembly)
    if assembly.is_over or ballot_of(election).is_over:
        return redirect("assembly:results", slug=slug)
    form = PaperForm(candidacies=standing(election))
    return render(request, "assembly/election.html", shown(request, assembly, election, form=form))


@never_cache
@members_only
@require_POST
@sensitive_variables()
def draw(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The codes are in this answer and nowhere else; asking again is refused."""
    assembly, election = found_or_404(request, slug=slug, key=key)
    if assembly.is_over:
        return too_late(request, slug=slug)
    form = PaperForm(candidacies=standing(election))
    context = shown(request, assembly, election, form=form)
    try:
        papers = actions.draw_papers(assembly, by=person(request), now=timezone.now())
    except AssemblyRefused as refused:
        return render(request, page_of(ballot_of(election)), {**context, "refused": str(refused)})
    shown_once = {**context, "votes": drawn_papers(assembly, drawn=papers, user=person(request))}
    sheet = render_to_string("assembly/drawn.txt", shown_once)
    return render(request, "assembly/drawn.html", {**shown_once, "sheet": sheet})


@never_cache
@members_only
@require_POST
@sensitive_post_parameters()
@sensitive_variables()
def hand_in(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly, election = found_or_404(request, slug=slug, key=key)
    form = PaperForm(request.POST, candidacies=standing(election))
    is_sealed = "seal" in request.POST and form.is_valid()
    if not is_sealed and (assembly.is_over or ballot_of(election).is_over):
        return too_late(request, slug=slug)
    context = shown(request, assembly, election, form=form)
    if "begin" in request.POST or not form.is_valid():
        return render(request, "assembly/election.html", {**context, "begun": "begin" in request.POST})
    if not is_sealed:
        return render(request, "assembly/election_review.html", context)
    try:
        receipt = actions.hand_in(
            ballot_of(election), credential=form.cleaned_data["credential"], choice=form.cleaned_data["choice"]
        )
    except AssemblyRefused as refused:
        form.add_error(None, str(refused))
        return render(request, page_of(ballot_of(election)), context)
    sheet = render_to_string("assembly/tracking.txt", {**context, "receipt": receipt})
    return render(request, "assembly/election_receipt.html", {**context, "receipt": receipt, "sheet": sheet})


def page_of(ballot: Ballot) -> str:
    """The template that has what can still be done with a paper of this ballot: something, or nothing."""
    return "assembly/election_over.html" if ballot.is_over else "assembly/election.html"


def too_late(request: HttpRequest, *, slug: str) -> HttpResponse:
    """For who pressed a button on a page that is older than the close. A sealed paper goes to the box even then: one
    that it has already gets its receipt again."""
    messages.info(request, _("This ballot is over."))
    return redirect("assembly:results", slug=slug)


def found_or_404(request: HttpRequest, *, slug: str, key: str) -> tuple[Assembly, Election]:
    """An election of a meeting that has begun, for those who hold a vote in it; also when it is over by now."""
    assembly, election = begun_or_404(request, slug=slug, key=key)
    if not votes_held(ballot_of(election), user=person(request)):
        raise Http404
    return assembly, election


def begun_or_404(request: HttpRequest, *, slug: str, key: str) -> tuple[Assembly, Election]:
    assembly = assembly_or_404(request, slug)
    election = election_of(assembly, key=key, user=person(request))
    if election is None or not (assembly.is_open or assembly.is_over):
        raise Http404
    return assembly, election


def shown(request: HttpRequest, assembly: Assembly, election: Election, *, form: PaperForm) -> dict[str, object]:
    undrawn = undrawn_mandates(person(request), series=assembly.series) if assembly.series else []
    return {
        "assembly": assembly,
        "election": election,
        "ballot": ballot_of(election),
        "form": form,
        "undrawn": list(undrawn),
        "drawings": drawings(assembly, user=person(request)),
        "candidates": [(candidacy, form[f"c{candidacy.option}"]) for candidacy in form.candidacies.values()],
    }


def standing(election: Election) -> list[Candidacy]:
    return sorted(election.candidacies.all(), key=lambda candidacy: candidacy.option or 0)


def ballot_of(election: Election) -> Ballot:
    assert election.ballot is not None
    return election.ballot
