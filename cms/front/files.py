"""Two files that browsers and robots ask for by a fixed name."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

A_DAY = 24 * 3600
CLOSED = ("/admin/", "/api/", "/files/", "/*/accounts/", "/*/search/")


@require_safe
@cache_control(public=True, max_age=A_DAY)
def robots(_request: HttpRequest) -> HttpResponse:
    """Robots need not try every combination of the search's facets, nor ask people to sign in."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        "",
        f"Sitemap: {settings.SITE_ADDRESS}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=A_DAY)
def favicon(_request: HttpRequest) -> HttpResponse:
    """For browsers that read no link: the mark, by its own address."""
    return HttpResponseRedirect(static("img/mark.svg"))
