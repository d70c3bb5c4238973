"""One decision on the secretariat's desk: how far it is, and a button for each thing that may be done now."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from governance.decisions import actions, queries
from governance.decisions.actions import DecisionRefused
from governance.decisions.admin.guards import dossier_for, secretary
from governance.decisions.forms import FollowUpForm, MeetingForm, RatifyForm
from governance.decisions.models import Decision, FollowUp
from governance.decisions.rules import Act, Procedure, State, acts_on

WORDS: dict[Act, str | Promise] = {
    Act.OPEN: gettext_lazy("Open it"),
    Act.MEETING: gettext_lazy("Enter what the meeting decided"),
    Act.WITHDRAW: gettext_lazy("Withdraw"),
    Act.RATIFY: gettext_lazy("Write down its ratification"),
    Act.ASSIGN: gettext_lazy("Give it to somebody to carry out"),
}
IN_ONE_STEP = (Act.OPEN, Act.WITHDRAW)
ON_A_FOLLOW_UP = ("done", "drop")


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    dossier = dossier_for(request, pk)
    decision = dossier.line.decision
    acts = acts_on(State(decision.state), procedure=Procedure(decision.procedure))
    context = {
        "dossier": dossier,
        "line": dossier.line,
        "decision": decision,
        "buttons": [(act, WORDS[act]) for act in acts if act in IN_ONE_STEP],
        "links": [(act, WORDS[act]) for act in acts if act not in IN_ONE_STEP],
    }
    return render(request, "decisions/admin/desk.html", context)


@require_POST
def open_question(request: HttpRequest, pk: int) -> HttpResponse:
    decision, by = dossier_for(request, pk).line.decision, secretary(request)
    return _done(request, decision, lambda: actions.open_decision(decision, by=by, now=timezone.now()))


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    decision, by = dossier_for(request, pk).line.decision, secretary(request)
    return _done(request, decision, lambda: actions.withdraw(decision, by=by, now=timezone.now()))


def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there, who left because of what, and the votes."""
    decision, now = dossier_for(request, pk).line.decision, timezone.now()
    form = MeetingForm(request.POST or None, people=queries.people_voting(decision, on=now.date()))

    def take() -> object:
        return actions.take_in_meeting(decision, form.count, present=form.present, left=form.left, now=now)

    return _asked(request, decision, form, act=Act.MEETING, does=take)


def ratify(request: HttpRequest, pk: int) -> HttpResponse:
    decision, now = dossier_for(request, pk).line.decision, timezone.now()
    form = RatifyForm(request.POST or None, initial={"on": now.date()}, today=now.date())
    return _asked(
        request,
        decision,
        form,
        act=Act.RATIFY,
        does=lambda: actions.ratify(decision, on=form.cleaned_data["on"], now=now),
    )


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    decision = dossier_for(request, pk).line.decision
    form = FollowUpForm(request.POST or None)
    return _asked(
        request,
        decision,
        form,
        act=Act.ASSIGN,
        does=lambda: actions.assign_follow_up(
            decision, owner=form.cleaned_data["owner"], due_on=form.cleaned_data["due_on"], now=timezone.now()
        ),
    )


@require_POST
def follow_up(request: HttpRequest, pk: int, number: int, act: str) -> HttpResponse:
    """Carried out today, or not to be carried out."""
    decision, now = dossier_for(request, pk).line.decision, timezone.now()
    found = get_object_or_404(FollowUp, decision=decision, pk=number)
    if act not in ON_A_FOLLOW_UP:
        raise Http404
    if act == "done":
        return _done(request, decision, lambda: actions.finish_follow_up(found, on=now.date(), now=now))
    return _done(request, decision, lambda: actions.drop_follow_up(found, now=now))


def _asked(
    request: HttpRequest,
    decision: Decision,
    form: MeetingForm | RatifyForm | FollowUpForm,
    *,
    act: Act,
    does: Callable[[], object],
) -> HttpResponse:
    """The form, until it is filled in and the action takes it."""
    if request.method == "POST" and form.is_valid():
        try:
            does()
        except DecisionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Done: %(act)s.") % {"act": WORDS[act]})
            return redirect("decision:edit", decision.pk)
    context = {"form": form, "screen_name": WORDS[act], "subject": decision, "done": _("Write it down")}
    return render(request, "decisions/admin/form.html", {**context, "icon": "tick-inverse", "back": decision})


def _done(request: HttpRequest, decision: Decision, does: Callable[[], object]) -> HttpResponse:
    try:
        does()
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return redirect("decision:edit", decision.pk)
