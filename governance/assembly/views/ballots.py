"""A recorded ballot: choose, check, recorded. Nothing is sent before the second step."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.assembly import actions
from governance.assembly.actions import Answer, AssemblyRefused
from governance.assembly.forms import BallotForm
from governance.assembly.models import Assembly
from governance.assembly.queries.pages import ballot_of, instructed, votes_held
from governance.assembly.views.found import assembly_or_404, person
from governance.voting.models import Ballot, Mandate
from governance.voting.queries.ballots import own_votes
from members.organisations.permissions import members_only


@never_cache
@members_only
def ballot(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    found, mandates = votable_or_404(request, assembly, key=key)
    if not found.is_open:
        return redirect("assembly:results", slug=slug)
    typed = request.POST if request.method == "POST" else None
    form = BallotForm(typed, ballot=found, mandates=mandates, instructed=instructed(found, mandates=mandates))
    context = {"assembly": assembly, "ballot": found, "form": form, "voters": voters(form)}
    if request.method != "POST" or "change" in request.POST or not form.is_valid():
        return render(request, "assembly/ballot.html", context)
    if "send" not in request.POST:
        return render(request, "assembly/review.html", {**context, "answers": answered(form, found)})
    return sent(request, context, form=form)


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
    return render(request, "assembly/receipt.html", {"assembly": assembly, "ballot": found, "rows": rows})


def votable_or_404(request: HttpRequest, assembly: Assembly, *, key: str) -> tuple[Ballot, list[Mandate]]:
    """The recorded ballot and the mandates with which this person may answer it."""
    found = ballot_of(assembly, key=key)
    if found is None or found.is_secret:
        raise Http404
    mandates = votes_held(found, user=person(request))
    if not mandates:
        raise Http404
    return found, mandates


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
    return [
        {"mandate": mandate, "option": options[form.number_for(mandate)], "key": key}
        for key, mandate in form.mandates.items()
    ]


def sent(request: HttpRequest, context: dict[str, object], *, form: BallotForm) -> HttpResponse:
    found, assembly = context["ballot"], context["assembly"]
    assert isinstance(found, Ballot)
    assert isinstance(assembly, Assembly)
    answers = [Answer(mandate=mandate, choice=[[form.number_for(mandate)]]) for mandate in form.mandates.values()]
    try:
        actions.cast(found, answers=answers, by=person(request), now=timezone.now())
    except AssemblyRefused as refused:
        form.add_error(None, str(refused))
        return render(request, "assembly/ballot.html", context)
    return redirect("assembly:recorded", slug=assembly.slug, key=found.key)
