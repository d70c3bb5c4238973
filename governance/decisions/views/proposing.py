from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from governance.decisions import queries
from governance.decisions.actions import DecisionRefused
from governance.decisions.forms import ProposalForm
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
    try:
        decision = form.propose(body, by=user, now=now)
    except DecisionRefused as refusal:
        form.add_error(None, str(refusal))
        return render(request, "decisions/proposal.html", {"form": form, "body": body}, status=422)
    return redirect("decisions:detail", key=decision.key)
