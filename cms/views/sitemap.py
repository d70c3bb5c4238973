"""The sitemap (sitemaps.org 0.9), each page with its other languages (hreflang)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.queries import sitemap_page, sitemap_pages

XML = "application/xml; charset=utf-8"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One file holds no more than 50,000 addresses: this lists the files."""
    files = [request.build_absolute_uri(reverse("sitemap-part", args=[n])) for n in range(1, sitemap_pages() + 1)]
    return render(request, "cms/sitemap_index.xml", {"files": files}, content_type=XML)


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    if not 1 <= number <= sitemap_pages():
        raise Http404
    return render(request, "cms/sitemap.xml", {"entries": sitemap_page(number)}, content_type=XML)
