"""Looking a meeting up among those that this person may see."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.assembly.models import Assembly
from governance.assembly.queries.pages import seats
from members.accounts.models import User


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def assembly_or_404(request: HttpRequest, slug: str) -> Assembly:
    seen = Assembly.objects.visible_to(person(request), on=timezone.now().date())
    assembly = seen.select_related("electorate", "series").filter(slug=slug).first()
    if assembly is None:
        raise Http404
    return assembly


def register_first_or_404(request: HttpRequest, assembly: Assembly) -> HttpResponse:
    """For who came to a ballot without a vote: to the registration, when that is all that is missing."""
    if not assembly.is_open or not any(seat.is_to_register for seat in seats(assembly, user=person(request))):
        raise Http404
    messages.info(request, _("Register first. Once you are registered you can vote."))
    return redirect("assembly:detail", slug=assembly.slug)
