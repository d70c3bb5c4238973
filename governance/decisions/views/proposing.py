from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from governance.decisions import actions, queries
from governance.decisions.actions import DecisionRefused
from governance.decisions.forms import ProposalForm
from governance.decisions.rules import Procedure, Subject
from governance.decisions.views.reading import reader
from members.organisations.permissions import members_only


@members_only
def proposal(request: HttpRequest, slug: str) -> HttpResponse:
    now, user = timezone.now(), reader(request)
    body = queries.body_to_propose_in(slug, user=user, on=now.date())
    if body is None:
        raise Http404
    form = ProposalForm(request.POST or None, offices=queries.seats(body, on=now.date()))
    if request.method != "POST" or not form.is_valid():
        return render(request, "decisions/proposal.html", {"form": form, "body": body})
    said = form.cleaned_data
    try:
        decision = actions.propose(
            body,
            by=user,
            title=said["title"],
            text=said["text"],
            procedure=Procedure(said["procedure"]),
            subject=Subject(said["subject"]),
            owner=said["owner"].user,
            due_on=said["due_on"],
            now=now,
        )
    except DecisionRefused as refusal:
        form.add_error(None, str(refusal))
        return render(request, "decisions/proposal.html", {"form": form, "body": body}, status=422)
    return redirect("decisions:detail", key=decision.key)
