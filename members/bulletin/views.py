from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members.bulletin import queries
from members.organisations.permissions import may_enter_extranet


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    issues = queries.archive(request.user, on=now.date())
    return _page(request, "bulletin/archive.html", {"issues": issues}, now=now)


@require_safe
def issue(request: HttpRequest, number: int) -> HttpResponse:
    now = timezone.now()
    found = queries.issue_of(number, user=request.user, on=now.date())
    if found is None:
        raise Http404
    return _page(
        request, "bulletin/issue.html", {"issue": found, "news": queries.news_of(found, on=now.date())}, now=now
    )


def _page(request: HttpRequest, template: str, context: dict[str, object], *, now: datetime) -> HttpResponse:
    """In the extranet's frame for members, in the public one for everybody else."""
    is_inside = may_enter_extranet(request.user, now=now)
    frame = "members.html" if is_inside else "base.html"
    response = render(request, template, {**context, "frame": frame, "start": "today" if is_inside else "home"})
    if is_inside:
        response["Cache-Control"] = "private, no-store"
    return response
