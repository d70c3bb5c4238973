"""The overview of one meeting, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.admin.screens import assembly_for, pressed, secretary, subject_for
from governance.assembly.models import Election, Motion
from governance.assembly.queries.running import running
from governance.assembly.rules.running import Act
from governance.assembly.rules.words import State
from governance.voting.models import Ballot

WORDS = {
    Act.CONVENE: gettext_lazy("Convene"),
    Act.FREEZE: gettext_lazy("Freeze the roll"),
    Act.OPEN: gettext_lazy("Open the assembly"),
    Act.QUORUM: gettext_lazy("Read the quorum"),
    Act.CLOSE: gettext_lazy("Close the assembly"),
    Act.MINUTE: gettext_lazy("Write the minutes"),
    Act.FINAL: gettext_lazy("Make it final"),
    Act.PREPARE: gettext_lazy("Prepare the ballot"),
    Act.VOTE: gettext_lazy("Put to the vote"),
    Act.COUNT: gettext_lazy("Close and count"),
    Act.SIGN: gettext_lazy("Sign the count as teller"),
    Act.WITHDRAW: gettext_lazy("Withdraw"),
}
ON_THE_MEETING: dict[str, Callable[..., object]] = {
    Act.CONVENE: actions.convene,
    Act.FREEZE: actions.freeze_roll,
    Act.OPEN: actions.open_assembly,
    Act.QUORUM: actions.read_quorum,
    Act.CLOSE: actions.close_assembly,
    Act.FINAL: actions.make_final,
}
SCREENS = {Act.CONVENE: "assembly_desk:notices", Act.MINUTE: "assembly_desk:minutes"}
"""Acts that ask something first."""
STEPS = {
    State.DRAFT: gettext_lazy("Written"),
    State.CONVENED: gettext_lazy("Convened"),
    State.FROZEN: gettext_lazy("Roll frozen"),
    State.OPEN: gettext_lazy("Open"),
    State.CLOSED: gettext_lazy("Closed"),
    State.MINUTED: gettext_lazy("Minuted"),
    State.FINAL: gettext_lazy("Final"),
}


def ballot_for(subject: Motion | Election) -> Ballot:
    if subject.ballot is None:
        raise Http404
    return subject.ballot


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the meeting is, what may be done now, and what is missing before the next step."""
    assembly = assembly_for(request, pk)
    seen = running(assembly)
    # Who is of the secretariat signs no count: no button that can only refuse.
    hidden = (Act.SIGN,) if secretary(request).is_staff else ()
    context = {
        "running": seen,
        "assembly": assembly,
        "line": [(STEPS[step.state], step) for step in seen.line],
        "lines": [(line, [(act, WORDS[act]) for act in line.acts if act not in hidden]) for line in seen.lines],
        "buttons": [(act, WORDS[act], SCREENS.get(act)) for act in seen.acts],
        "missing": actions.missing_sentences(assembly, now=timezone.now()),
    }
    return render(request, "assembly/admin/desk.html", context)


@require_POST
def on_the_meeting(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    assembly = assembly_for(request, pk)
    if act not in ON_THE_MEETING:
        raise Http404
    return _done(request, pk, act=act, does=lambda: ON_THE_MEETING[act](assembly, now=timezone.now()))


@require_POST
def on_a_ballot(request: HttpRequest, pk: int, act: str, key: str) -> HttpResponse:
    subject, by, now = subject_for(request, pk, key=key), secretary(request), timezone.now()
    does: dict[str, Callable[[], object]] = {
        Act.PREPARE: lambda: actions.draft(subject),
        Act.VOTE: lambda: actions.put_to_the_vote(subject, now=now),
        Act.COUNT: lambda: actions.close_and_count(ballot_for(subject), now=now),
        Act.SIGN: lambda: actions.sign(ballot_for(subject), by=by, now=now),
    }
    if act not in does:
        raise Http404
    return _done(request, pk, act=act, does=does[act])


def withdraw(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """GET asks for the reason, since what was voted is lost; POST withdraws."""
    subject = subject_for(request, pk, key=key)
    ballot, reason = ballot_for(subject), request.POST.get("reason", "")
    if request.method != "POST":
        return render(request, "assembly/admin/withdraw.html", {"subject": subject})
    return _done(
        request, pk, act=Act.WITHDRAW, does=lambda: actions.withdraw(ballot, reason=reason, now=timezone.now())
    )


def _done(request: HttpRequest, pk: int, *, act: str, does: Callable[[], object]) -> HttpResponse:
    address = reverse("assembly_desk:desk", args=[pk])
    return pressed(request, address, does=does, told=_("Done: %(act)s.") % {"act": WORDS[Act(act)]})


urlpatterns = [
    path("run/<int:pk>/<slug:act>/", on_the_meeting, name="act"),
    path("run/<int:pk>/withdraw/<str:key>/", withdraw, name="withdraw"),
    path("run/<int:pk>/<slug:act>/<str:key>/", on_a_ballot, name="ballot"),
]
