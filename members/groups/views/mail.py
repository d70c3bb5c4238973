"""How often a person gets mail from a group."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from members.groups import actions, queries
from members.groups.forms import MailForm
from members.groups.rules import Frequency
from members.groups.views.seeing import visit_inside
from members.organisations.permissions import members_only


@members_only
def mail(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    if here.place.role is None:
        raise Http404
    chosen = queries.frequency_of(here.person, group=here.group)
    form = MailForm(request.POST or None, initial={"frequency": chosen.value})
    if request.method == "POST" and form.is_valid():
        actions.subscribe(here.group, person=here.person, frequency=Frequency(form.cleaned_data["frequency"]))
        messages.success(request, _("Your choice is kept."))
        return redirect("groups:detail", slug=slug)
    return render(request, "groups/frequency.html", {"group": here.group, "place": here.place, "form": form})
