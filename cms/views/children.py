"""A page in plain words, at an address of its own that a child can be told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.models import ForChildren


@require_safe
def page_for_children(request: HttpRequest, path: str) -> HttpResponse:
    page = Page.find_for_request(request, path)
    if not isinstance(page, ForChildren) or not page.has_children_version or page.get_view_restrictions().exists():
        raise Http404
    return render(request, "cms/for_children.html", {"page": page})
