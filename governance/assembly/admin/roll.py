"""Notices, the roll with what was objected to it, and the door."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.admin.screens import Screen, asked, assembly_for, pressed, secretary, typed
from governance.assembly.forms.desk import AnswerForm, AppointmentForm
from governance.assembly.models import Assembly, Delegation, Presence, RollObjection
from governance.assembly.models.roll import WAY_LABELS
from governance.assembly.queries.notices import delegates_on, proof_of_notice
from governance.assembly.queries.rolls import door, roll_page
from governance.assembly.rules.words import Part, Verdict, Way


@require_safe
def notices(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the convocation: who would be told, and whether it is early enough. After it: the proof."""
    assembly, today = assembly_for(request, pk), timezone.now().date()
    people = len({contact.user_id for contact in delegates_on(today)}) if assembly.is_draft else 0
    context = {
        "assembly": assembly,
        "proof": proof_of_notice(assembly, on=today),
        "people": people,
        "missing": actions.missing_sentences(assembly, now=timezone.now()) if assembly.is_draft else [],
    }
    return render(request, "assembly/admin/notices.html", context)


@require_safe
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    page = roll_page(assembly, user=secretary(request))
    return render(request, "assembly/admin/roll.html", {"assembly": assembly, "page": page})


def answer_roll_objection(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    rows = RollObjection.objects.select_related("entry__organisation", "organisation", "assembly")
    objection = get_object_or_404(rows, assembly=assembly_for(request, pk), key=key)
    form = AnswerForm(**typed(request))
    screen = Screen(
        assembly=objection.assembly,
        title=_("Objection of %(name)s") % {"name": objection.organisation.name},
        submit=_("Answer"),
        address=reverse("assembly_desk:roll", args=[pk]),
    )
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.answer_roll_objection(
            objection,
            verdict=Verdict(form.cleaned_data["verdict"]),
            answer=form.cleaned_data["answer"],
            now=timezone.now(),
        ),
        objection=objection,
    )


@require_safe
def room(request: HttpRequest, pk: int) -> HttpResponse:
    """Every organisation's delegation, and who is there for it."""
    assembly = assembly_for(request, pk)
    context = {"assembly": assembly, "desks": door(assembly), "ways": WAY_LABELS}
    return render(request, "assembly/admin/room.html", context)


@require_POST
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who came to the door."""
    assembly = assembly_for(request, pk)
    one = _delegation_or_404(assembly, request.POST.get("delegation", ""))
    way = Way(request.POST["way"]) if request.POST.get("way") in list(Way) else Way.ROOM
    return pressed(
        request,
        _room(assembly),
        does=lambda: actions.register(
            assembly, organisation=one.organisation, person=one.person, way=way, now=timezone.now()
        ),
        told=_("%(person)s is registered for %(name)s.") % {"person": one.person.name, "name": one.organisation.name},
    )


@require_POST
def leave(request: HttpRequest, pk: int, presence: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    rows = Presence.objects.now_there().select_related("person", "organisation")
    one = get_object_or_404(rows, assembly=assembly, pk=presence)
    return pressed(
        request,
        _room(assembly),
        does=lambda: actions.leave(assembly, organisation=one.organisation, person=one.person, now=timezone.now()),
        told=_("%(person)s has left.") % {"person": one.person.name},
    )


def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    form = AppointmentForm(**typed(request), assembly=assembly, on=timezone.now().date())
    screen = Screen(
        assembly=assembly, title=_("Into a delegation"), submit=_("Save the delegation"), address=_room(assembly)
    )
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.appoint(
            assembly,
            organisation=form.cleaned_data["organisation"],
            person=form.cleaned_data["person"],
            part=Part(form.cleaned_data["part"]),
            now=timezone.now(),
        ),
    )


@require_POST
def dismiss(request: HttpRequest, pk: int, delegation: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    one = _delegation_or_404(assembly, str(delegation))
    told = _("%(person)s is no longer in the delegation.") % {"person": one.person.name}
    return pressed(request, _room(assembly), does=lambda: actions.dismiss(one, now=timezone.now()), told=told)


def _delegation_or_404(assembly: Assembly, pk: str) -> Delegation:
    rows = Delegation.objects.select_related("organisation", "person", "assembly")
    return get_object_or_404(rows, assembly=assembly, pk=int(pk) if pk.isdecimal() else 0)


def _room(assembly: Assembly) -> str:
    return reverse("assembly_desk:room", args=[assembly.pk])


urlpatterns = [
    path("run/<int:pk>/notices/", notices, name="notices"),
    path("run/<int:pk>/roll/", roll, name="roll"),
    path("run/<int:pk>/roll/objections/<str:key>/", answer_roll_objection, name="answer-roll-objection"),
    path("run/<int:pk>/room/", room, name="room"),
    path("run/<int:pk>/room/register/", register, name="register"),
    path("run/<int:pk>/room/<int:presence>/leave/", leave, name="leave"),
    path("run/<int:pk>/room/appoint/", appoint, name="appoint"),
    path("run/<int:pk>/room/delegations/<int:delegation>/dismiss/", dismiss, name="dismiss"),
]
