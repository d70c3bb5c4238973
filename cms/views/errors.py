"""The page for what broke on our side. It must come, whatever it was that broke."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string


def went_wrong(_request: HttpRequest) -> HttpResponse:
    """In the network's frame; without database and cache there is none, and the bare page says the same."""
    try:
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:  # whatever the frame stands on may be what broke; the first error is logged already
        return HttpResponseServerError(render_to_string("500_bare.html"))
