from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.forms import AnswerForm, RecusalForm
from governance.decisions.views.reading import reader, seen, show
from members.organisations.permissions import members_only

REFUSED = 422


@members_only
@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    dossier, form = seen(request, key), AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, dossier, answering=form, status=REFUSED)
    decision, reason = dossier.line.decision, form.cleaned_data["reason"]
    try:
        actions.answer(decision, member=reader(request), choice=form.chosen, reason=reason, now=timezone.now())
    except DecisionRefused as refusal:
        form.add_error(None, str(refusal))
        return show(request, dossier, answering=form, status=REFUSED)
    messages.success(request, _("Your answer is recorded. You may change it until the end."))
    return redirect("decisions:detail", key=key)


@members_only
@require_POST
def recusal(request: HttpRequest, key: str) -> HttpResponse:
    dossier, form = seen(request, key), RecusalForm(request.POST)
    if not form.is_valid():
        return show(request, dossier, recusing=form, status=REFUSED)
    words = form.cleaned_data["words"]
    try:
        actions.recuse(dossier.line.decision, member=reader(request), words=words, now=timezone.now())
    except DecisionRefused as refusal:
        form.add_error(None, str(refusal))
        return show(request, dossier, recusing=form, status=REFUSED)
    messages.success(request, _("You are recused. You count neither for the quorum nor for the majority."))
    return redirect("decisions:detail", key=key)


@members_only
@require_POST
def reading(request: HttpRequest, key: str) -> HttpResponse:
    dossier = seen(request, key)
    try:
        actions.confirm_reading(dossier.line.decision, reader=reader(request), now=timezone.now())
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("decisions:detail", key=key)


@members_only
@require_POST
def open_question(request: HttpRequest, key: str) -> HttpResponse:
    decision = seen(request, key).line.decision
    try:
        decision = actions.open_decision(decision, by=reader(request), now=timezone.now())
        messages.success(request, _("Decision %(number)s is open.") % {"number": decision.register_number})
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("decisions:detail", key=key)


@members_only
@require_POST
def withdrawal(request: HttpRequest, key: str) -> HttpResponse:
    try:
        actions.withdraw(seen(request, key).line.decision, by=reader(request), now=timezone.now())
        messages.success(request, _("The decision is withdrawn."))
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("decisions:register")
