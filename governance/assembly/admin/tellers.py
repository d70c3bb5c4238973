"""Who witnesses the counts of a meeting, and signs them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cms.languages.ordering import in_order
from governance.assembly import actions
from governance.assembly.admin.screens import Screen, asked, assembly_for, pressed, typed
from governance.assembly.forms.desk import TellerForm
from governance.assembly.models import Assembly
from governance.voting.models import Electorate, Teller


@require_safe
def tellers(request: HttpRequest, pk: int) -> HttpResponse:
    assembly = assembly_for(request, pk)
    rows = Teller.objects.filter(electorate=_electorate_or_404(assembly)).select_related("person")
    context = {"assembly": assembly, "tellers": rows.order_by("until_on", in_order("person__name"), "pk")}
    return render(request, "assembly/admin/tellers.html", context)


def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    assembly, now = assembly_for(request, pk), timezone.now()
    _electorate_or_404(assembly)
    form = TellerForm(**typed(request), on=now.date())
    screen = Screen(
        assembly=assembly, title=_("New teller"), submit=_("Appoint the teller"), address=_address(assembly)
    )
    return asked(
        request,
        screen,
        form=form,
        does=lambda: actions.appoint_teller(assembly, person=form.cleaned_data["person"], now=now),
    )


@require_POST
def dismiss(request: HttpRequest, pk: int, teller: int) -> HttpResponse:
    assembly, now = assembly_for(request, pk), timezone.now()
    rows = Teller.objects.select_related("person")
    one = get_object_or_404(rows, electorate=_electorate_or_404(assembly), pk=teller)
    told = _("%(person)s is no longer a teller.") % {"person": one.person.name}
    return pressed(
        request, _address(assembly), does=lambda: actions.dismiss_teller(assembly, teller=one, now=now), told=told
    )


def _electorate_or_404(assembly: Assembly) -> Electorate:
    """There are tellers once there is a roll."""
    if assembly.electorate is None:
        raise Http404
    return assembly.electorate


def _address(assembly: Assembly) -> str:
    return reverse("assembly_desk:tellers", args=[assembly.pk])


urlpatterns = [
    path("run/<int:pk>/tellers/", tellers, name="tellers"),
    path("run/<int:pk>/tellers/appoint/", appoint, name="appoint-teller"),
    path("run/<int:pk>/tellers/<int:teller>/dismiss/", dismiss, name="dismiss-teller"),
]
