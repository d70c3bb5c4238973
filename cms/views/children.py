"""A page in plain words, at an address of its own that a child can be told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.languages.text import site_language
from cms.models import ForChildren
from cms.queries import page_at


@require_safe
def page_for_children(request: HttpRequest, path: str) -> HttpResponse:
    page = page_at(f"/{site_language()}/{path}")
    if not isinstance(page, ForChildren) or not page.has_children_version:
        raise Http404
    return render(request, "cms/for_children.html", {"page": page})
