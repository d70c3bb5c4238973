from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.decisions import actions, queries
from governance.decisions.actions import DecisionRefused
from governance.decisions.forms import AnswerForm, FollowUpDoneForm, InterestForm
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
    return _said_of_an_interest(
        request,
        key,
        does=actions.recuse,
        told=_("You are recused. You count neither for the quorum nor for the majority."),
    )


@members_only
@require_POST
def interest(request: HttpRequest, key: str) -> HttpResponse:
    return _said_of_an_interest(
        request, key, does=actions.declare_interest, told=_("Your interest is in the register. You may still answer.")
    )


def _said_of_an_interest(request: HttpRequest, key: str, *, does: Callable[..., object], told: str) -> HttpResponse:
    dossier, form = seen(request, key), InterestForm(request.POST)
    if not form.is_valid():
        return show(request, dossier, recusing=form, status=REFUSED)
    try:
        does(dossier.line.decision, member=reader(request), words=form.cleaned_data["words"], now=timezone.now())
    except DecisionRefused as refusal:
        form.add_error(None, str(refusal))
        return show(request, dossier, recusing=form, status=REFUSED)
    messages.success(request, told)
    return redirect("decisions:detail", key=key)


@members_only
@require_POST
def carried_out(request: HttpRequest, key: str) -> HttpResponse:
    """The owner says that their part is done; which one, the form says."""
    form, now = FollowUpDoneForm(request.POST), timezone.now()
    number = form.cleaned_data["follow_up"] if form.is_valid() else 0
    follow_up = queries.follow_up_to_finish(number, key=key, user=reader(request), on=now.date())
    if follow_up is None:
        raise Http404
    try:
        actions.finish_follow_up(follow_up, on=now.date(), now=now)
        messages.success(request, _("It is written down as carried out."))
    except DecisionRefused as refusal:
        messages.error(request, str(refusal))
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
