"""A recorded ballot: choose, check, recorded. Nothing is recorded before the second step.

Every page is the answer to a GET, and a ballot that was answered leads to its receipt: the way back through the
browser's history meets no question about sending a form anew, and no second vote.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.assembly import actions
from governance.assembly.actions import Answer, AssemblyRefused, VotedMeanwhile
from governance.assembly.forms import BallotForm
from governance.assembly.models import Assembly
from governance.assembly.queries.pages import ballot_of, instructed, votes_held
from governance.assembly.views.found import assembly_or_404, person, register_first_or_404
from governance.assembly.views.unsent import Unsent, forget, keep, told, unsent
from governance.voting.models import Ballot, Mandate
from governance.voting.queries.ballots import is_answered, last_of, own_votes
from members.organisations.permissions import members_only


@never_cache
@members_only
def ballot(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    found = recorded_ballot_or_404(assembly, key=key)
    mandates = votes_held(found, user=person(request))
    if not mandates:
        return register_first_or_404(request, assembly)
    if not found.is_open:
        return redirect("assembly:results", slug=slug)
    votes = own_votes(person(request), ballot=found)
    seen = last_of(votes)
    if is_answered(votes, mandates=mandates) and request.GET.get("after") != str(seen):
        return recorded_already(request, slug=slug, key=key)
    if request.method == "POST":
        return chosen(request, assembly, found, mandates=mandates, seen=seen)
    kept = unsent(request, ballot=found)
    form = form_of(found, mandates=mandates, kept=kept)
    if kept:
        told(request, ballot=found, kept=kept)
    return render(request, "assembly/ballot.html", {**shown(assembly, found), "form": form, "voters": voters(form)})


@never_cache
@members_only
def review(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """What was chosen, to be looked at once more; sending it is the only POST that records a vote."""
    assembly = assembly_or_404(request, slug)
    found, mandates = votable_or_404(request, assembly, key=key)
    kept = unsent(request, ballot=found)
    if kept is None:
        return redirect("assembly:ballot", slug=slug, key=key)
    form = checked(found, mandates=mandates, answers=kept.answers)
    if not form.is_valid():
        return redirect(address_of(assembly, found, seen=kept.seen))
    if request.method == "POST":
        return sent(request, assembly, found, form=form, seen=kept.seen)
    if not found.is_open:
        return redirect("assembly:results", slug=slug)
    change = address_of(assembly, found, seen=kept.seen)
    context = {**shown(assembly, found), "answers": answered(form, found), "change": change}
    return render(request, "assembly/review.html", context)


@never_cache
@members_only
@require_safe
def recorded(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    found, mandates = votable_or_404(request, assembly, key=key)
    votes = own_votes(person(request), ballot=found)
    if not votes:
        return redirect("assembly:ballot", slug=slug, key=key)
    labels = {option.number: option.label for option in found.options.all()}
    rows = [
        (mandate, labels[votes[mandate.pk].choice[0][0]], votes[mandate.pk])
        for mandate in mandates
        if mandate.pk in votes
    ]
    again = address_of(assembly, found, seen=last_of(votes))
    return render(request, "assembly/receipt.html", {**shown(assembly, found), "rows": rows, "again": again})


def votable_or_404(request: HttpRequest, assembly: Assembly, *, key: str) -> tuple[Ballot, list[Mandate]]:
    """The recorded ballot and the mandates with which this person may answer it."""
    found = recorded_ballot_or_404(assembly, key=key)
    mandates = votes_held(found, user=person(request))
    if not mandates:
        raise Http404
    return found, mandates


def recorded_ballot_or_404(assembly: Assembly, *, key: str) -> Ballot:
    found = ballot_of(assembly, key=key)
    if found is None or found.is_secret:
        raise Http404
    return found


def address_of(assembly: Assembly, found: Ballot, *, seen: int) -> str:
    """Of the ballot. After a vote it is good for the one version that follows this vote, and for no later one."""
    address = reverse("assembly:ballot", args=[assembly.slug, found.key])
    return f"{address}?after={seen}" if seen else address


def shown(assembly: Assembly, found: Ballot) -> dict[str, object]:
    return {"assembly": assembly, "ballot": found}


def form_of(found: Ballot, *, mandates: list[Mandate], kept: Unsent | None) -> BallotForm:
    """With what was chosen before; with what is missing in it, when the person was not told yet."""
    if kept and kept.is_unfinished:
        return checked(found, mandates=mandates, answers=kept.answers)
    fixed = instructed(found, mandates=mandates)
    return BallotForm(ballot=found, mandates=mandates, instructed=fixed, initial=kept.answers if kept else None)


def checked(found: Ballot, *, mandates: list[Mandate], answers: Mapping[str, str]) -> BallotForm:
    fixed = instructed(found, mandates=mandates)
    return BallotForm(answers, ballot=found, mandates=mandates, instructed=fixed)


def voters(form: BallotForm) -> list[dict[str, object]]:
    """For each mandate its field, and the fixed answer where the giver told the holder how to vote."""
    return [
        {
            "mandate": mandate,
            "field": form[key],
            "fixed": form.instructed.get(mandate.pk) if mandate.is_by_proxy else None,
        }
        for key, mandate in form.mandates.items()
    ]


def answered(form: BallotForm, found: Ballot) -> list[dict[str, object]]:
    options = {option.number: option for option in found.options.all()}
    return [{"mandate": mandate, "option": options[form.number_for(mandate)]} for mandate in form.mandates.values()]


def chosen(
    request: HttpRequest, assembly: Assembly, found: Ballot, *, mandates: list[Mandate], seen: int
) -> HttpResponse:
    """Kept, and on to the next page: to check it, or back to what is missing."""
    form = checked(found, mandates=mandates, answers=request.POST)
    is_whole = form.is_valid()
    keep(request, ballot=found, answers=form.cleaned_data, seen=seen, is_unfinished=not is_whole)
    if is_whole:
        return redirect("assembly:review", slug=assembly.slug, key=found.key)
    return redirect(address_of(assembly, found, seen=seen))


def sent(request: HttpRequest, assembly: Assembly, found: Ballot, *, form: BallotForm, seen: int) -> HttpResponse:
    answers = [Answer(mandate=mandate, choice=[[form.number_for(mandate)]]) for mandate in form.mandates.values()]
    try:
        actions.cast(found, answers=answers, by=person(request), seen=seen, now=timezone.now())
    except VotedMeanwhile as refused:
        messages.info(request, str(refused))
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
        return redirect(address_of(assembly, found, seen=seen))
    forget(request, ballot=found)
    return redirect("assembly:recorded", slug=assembly.slug, key=found.key)


def recorded_already(request: HttpRequest, *, slug: str, key: str) -> HttpResponse:
    if request.method == "POST":
        messages.info(request, str(VotedMeanwhile()))
    return redirect("assembly:recorded", slug=slug, key=key)
