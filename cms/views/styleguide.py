"""The style guide: every component in every state. It exists outside production only."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from cms.rules.palette import ROLES
from cms.views import examples
from cms.views.examples.frames import FRAMES

SECTIONS = (
    ("colour", "Colour"),
    ("type", "Type"),
    ("kite", "Kite and facets"),
    ("line", "The line"),
    ("press", "Buttons and links"),
    ("fields", "Fields and errors"),
    ("options", "Options and papers"),
    ("chips", "Chips and facets"),
    ("say", "Notices"),
    ("state", "States and marks"),
    ("tables", "Tables"),
    ("figures", "Figures"),
    ("pictures", "Pictures"),
    ("move", "Finding the way"),
    ("lists", "Lists"),
    ("print", "Print and no colour"),
    ("frames", "Frames"),
)


@require_safe
@gzip_page
def guide(request: HttpRequest) -> HttpResponse:
    """`?scheme=dark` and `?direction=rtl` show what a reader's device would choose, `?frame=` another frame. It is the
    longest page, says nothing secret and is not kept in memory, where others are compressed."""
    refuse_in_production()
    scheme, direction = request.GET.get("scheme", ""), request.GET.get("direction", "")
    worn = {frame.code: frame for frame in FRAMES}
    context: dict[str, Any] = {
        "page_language": "en",
        "page_direction": "rtl" if direction == "rtl" else "ltr",
        "scheme": "dark" if scheme == "dark" else "",
        "frame": worn.get(request.GET.get("frame", ""), worn["public"]),
        "sections": SECTIONS,
        **examples.EXAMPLES,
    }
    with translation.override("en"):
        return render(request, "styleguide/guide.html", context)


@require_safe
def dark(request: HttpRequest) -> HttpResponse:
    """Dark colours without a dark device: what the media query of plenary.css says, without the query."""
    refuse_in_production()
    colours = "".join(f"--{role}:var(--d-{role});" for role in ROLES)
    css = f"@layer tokens{{:root{{color-scheme:dark;{colours}}}}}\n"
    return HttpResponse(css, content_type="text/css; charset=utf-8")


def refuse_in_production() -> None:
    if not settings.STYLEGUIDE:
        raise Http404
