"""After the meeting: minutes, objections to them, challenges."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.assembly import actions
from governance.assembly.admin.screens import Screen, asked, assembly_for, typed
from governance.assembly.forms.desk import AnswerForm, MinutesAnswerForm, MinutesForm
from governance.assembly.models import Challenge, MinutesObjection
from governance.assembly.queries.minuting import drafted_minutes
from governance.assembly.queries.objections import challenges_to, objections_to_minutes
from governance.assembly.rules.words import Verdict


def minute(request: HttpRequest, pk: int) -> HttpResponse:
    """The form begins with what happened, as the system has it."""
    assembly = assembly_for(request, pk)
    form = MinutesForm(**typed(request), initial={"text": drafted_minutes(assembly)})
    screen = Screen(
        assembly=assembly,
        title=_("Minutes"),
        submit=_("Publish the minutes to members"),
        address=reverse("assembly_desk:desk", args=[pk]),
    )
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.minute(assembly, text=form.cleaned_data["text"], now=timezone.now()),
    )


@require_safe
def objections(request: HttpRequest, pk: int) -> HttpResponse:
    """What members objected to after the meeting."""
    assembly = assembly_for(request, pk)
    context = {
        "assembly": assembly,
        "objections": objections_to_minutes(assembly),
        "challenges": challenges_to(assembly),
    }
    return render(request, "assembly/admin/objections.html", context)


def answer_minutes_objection(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    assembly = assembly_for(request, pk)
    rows = MinutesObjection.objects.select_related("organisation", "assembly__minutes")
    objection = get_object_or_404(rows, assembly=assembly, key=key)
    form = MinutesAnswerForm(**typed(request), initial={"text": objection.assembly.minutes.text})
    return asked(
        request,
        _screen(objection),
        form=form,
        does=lambda: actions.answer_minutes_objection(
            objection,
            verdict=Verdict(form.cleaned_data["verdict"]),
            answer=form.cleaned_data["answer"],
            text=form.cleaned_data["text"],
            now=timezone.now(),
        ),
        objection=objection,
    )


def answer_challenge(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    rows = Challenge.objects.select_related("organisation", "assembly", "ballot")
    objection = get_object_or_404(rows, assembly=assembly_for(request, pk), key=key)
    form = AnswerForm(**typed(request))
    return asked(
        request,
        _screen(objection),
        form=form,
        does=lambda: actions.answer_challenge(
            objection,
            verdict=Verdict(form.cleaned_data["verdict"]),
            answer=form.cleaned_data["answer"],
            now=timezone.now(),
        ),
        objection=objection,
    )


def _screen(objection: MinutesObjection | Challenge) -> Screen:
    return Screen(
        assembly=objection.assembly,
        title=_("Objection of %(name)s") % {"name": objection.organisation.name},
        submit=_("Answer"),
        address=reverse("assembly_desk:objections", args=[objection.assembly_id]),
    )


urlpatterns = [
    path("run/<int:pk>/minutes/", minute, name="minutes"),
    path("run/<int:pk>/objections/", objections, name="objections"),
    path("run/<int:pk>/objections/minutes/<str:key>/", answer_minutes_objection, name="answer-minutes-objection"),
    path("run/<int:pk>/objections/challenges/<str:key>/", answer_challenge, name="answer-challenge"),
]
