"""Motions, elections and candidacies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.admin.screens import Screen, asked, assembly_for, pressed, typed
from governance.assembly.forms.desk import CandidacyForm, ElectionForm, MotionForm
from governance.assembly.models import Assembly, Candidacy, Election, Motion
from governance.assembly.queries.candidates import candidates_of
from governance.assembly.rules.standing import WhyNot
from governance.statutes.rules import MotionKind

WHY_NOT = {
    WhyNot.NO_CONSENT: gettext_lazy("has not agreed to stand yet"),
    WhyNot.ACTS_FOR_NOBODY: gettext_lazy("does not act for this organisation today"),
    WhyNot.MAY_NOT_STAND: gettext_lazy("the organisation may not propose candidates"),
}


def add_motion(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    kind = MotionKind.ORDINARY if assembly.is_draft else MotionKind.URGENT
    return _motion(request, Motion(assembly=assembly, kind=kind), title=_("New motion"))


def edit_motion(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    motion = get_object_or_404(Motion, assembly=assembly_for(request, pk), key=key)
    return _motion(request, motion, title=str(motion))


def _motion(request: HttpRequest, motion: Motion, *, title: str) -> HttpResponse:
    form = MotionForm(**typed(request), instance=motion, on=timezone.now().date())
    screen = Screen(assembly=motion.assembly, title=title, submit=_("Save the motion"), address=_desk(motion.assembly))
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.write_motion(form.instance, seconders=form.cleaned_data["seconders"], now=timezone.now()),
    )


@require_POST
def remove_motion(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    motion = get_object_or_404(Motion, assembly=assembly_for(request, pk), key=key)
    told = _("“%(item)s” was removed.") % {"item": motion.title}
    return pressed(
        request, _desk(motion.assembly), does=lambda: actions.remove_motion(motion, now=timezone.now()), told=told
    )


def add_election(request: HttpRequest, pk: int) -> HttpResponse:
    election = Election(assembly=assembly_for(request, pk))
    return _election(request, election, title=_("New election"))


def edit_election(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    election = get_object_or_404(Election, assembly=assembly_for(request, pk), key=key)
    return _election(request, election, title=str(election))


def _election(request: HttpRequest, election: Election, *, title: str) -> HttpResponse:
    form = ElectionForm(**typed(request), instance=election)
    screen = Screen(
        assembly=election.assembly, title=title, submit=_("Save the election"), address=_desk(election.assembly)
    )
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.write_election(
            form.instance,
            open_seats=form.cleaned_data["open_seats"],
            reserved=form.cleaned_data["reserved"],
            now=timezone.now(),
        ),
    )


@require_POST
def remove_election(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    election = _election_or_404(request, pk, key=key)
    told = _("“%(item)s” was removed.") % {"item": election.title}
    return pressed(
        request,
        _desk(election.assembly),
        does=lambda: actions.remove_election(election, now=timezone.now()),
        told=told,
    )


@require_safe
def candidates(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Who stands, who cannot, and why."""
    election = _election_or_404(request, pk, key=key)
    rows = [
        (one.candidacy, [WHY_NOT[reason] for reason in one.why_not])
        for one in candidates_of(election, on=timezone.now().date())
    ]
    seats = election.seats.order_by("number")
    context = {"assembly": election.assembly, "election": election, "candidates": rows, "seats": seats}
    return render(request, "assembly/admin/candidates.html", context)


def add_candidate(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    election = _election_or_404(request, pk, key=key)
    return _candidate(request, Candidacy(election=election), title=_("New candidacy"))


def edit_candidate(request: HttpRequest, pk: int, key: str, candidate: int) -> HttpResponse:
    found = _candidate_or_404(request, pk, key=key, candidate=candidate)
    return _candidate(request, found, title=str(found))


def _candidate(request: HttpRequest, candidacy: Candidacy, *, title: str) -> HttpResponse:
    form = CandidacyForm(**typed(request), instance=candidacy, on=timezone.now().date())
    election = candidacy.election
    screen = Screen(
        assembly=election.assembly, title=title, submit=_("Save the candidacy"), address=_candidates(election)
    )
    return asked(request, screen, form=form, does=lambda: actions.write_candidacy(form.instance, now=timezone.now()))


@require_POST
def consent(request: HttpRequest, pk: int, key: str, candidate: int) -> HttpResponse:
    found = _candidate_or_404(request, pk, key=key, candidate=candidate)
    told = _("%(person)s has agreed to stand.") % {"person": found.person.name}
    return pressed(
        request, _candidates(found.election), does=lambda: actions.consent(found, now=timezone.now()), told=told
    )


@require_POST
def remove_candidate(request: HttpRequest, pk: int, key: str, candidate: int) -> HttpResponse:
    found = _candidate_or_404(request, pk, key=key, candidate=candidate)
    told = _("%(person)s no longer stands.") % {"person": found.person.name}
    address = _candidates(found.election)
    return pressed(request, address, does=lambda: actions.remove_candidacy(found, now=timezone.now()), told=told)


def _election_or_404(request: HttpRequest, pk: int, *, key: str) -> Election:
    elections = Election.objects.select_related("assembly", "ballot")
    return get_object_or_404(elections, assembly=assembly_for(request, pk), key=key)


def _candidate_or_404(request: HttpRequest, pk: int, *, key: str, candidate: int) -> Candidacy:
    rows = Candidacy.objects.select_related("election__assembly", "person", "organisation")
    return get_object_or_404(rows, pk=candidate, election=_election_or_404(request, pk, key=key))


def _desk(assembly: Assembly) -> str:
    return reverse("assembly_desk:desk", args=[assembly.pk])


def _candidates(election: Election) -> str:
    return reverse("assembly_desk:candidates", args=[election.assembly_id, election.key])


urlpatterns = [
    path("run/<int:pk>/motions/add/", add_motion, name="add-motion"),
    path("run/<int:pk>/motions/<str:key>/", edit_motion, name="edit-motion"),
    path("run/<int:pk>/motions/<str:key>/remove/", remove_motion, name="remove-motion"),
    path("run/<int:pk>/elections/add/", add_election, name="add-election"),
    path("run/<int:pk>/elections/<str:key>/", edit_election, name="edit-election"),
    path("run/<int:pk>/elections/<str:key>/remove/", remove_election, name="remove-election"),
    path("run/<int:pk>/elections/<str:key>/candidates/", candidates, name="candidates"),
    path("run/<int:pk>/elections/<str:key>/candidates/add/", add_candidate, name="add-candidate"),
    path("run/<int:pk>/elections/<str:key>/candidates/<int:candidate>/", edit_candidate, name="edit-candidate"),
    path("run/<int:pk>/elections/<str:key>/candidates/<int:candidate>/consent/", consent, name="consent"),
    path(
        "run/<int:pk>/elections/<str:key>/candidates/<int:candidate>/remove/",
        remove_candidate,
        name="remove-candidate",
    ),
]
