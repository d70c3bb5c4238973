"""Looking a meeting up among those that this person may see."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils import timezone

from governance.assembly.models import Assembly
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
