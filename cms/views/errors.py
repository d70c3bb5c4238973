"""The page for what broke on our side. It must come, whatever it was that broke."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.templatetags.static import static

from cms.languages.reader import wishes_of
from cms.rules.broken import heard_first


def went_wrong(request: HttpRequest) -> HttpResponse:
    """In the network's frame; without database and cache there is none, and the bare page says the same."""
    try:
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:  # whatever the frame stands on may be what broke; the first error is logged already
        return HttpResponseServerError(bare_page(request))


def bare_page(request: HttpRequest) -> str:
    """In four languages, the one of the address or of the reader's browser first. It asks nothing that may be down."""
    sayings = heard_first([request.path.split("/")[1], *wishes_of(request)])
    return render_to_string("500_bare.html", {"sayings": sayings, "sheet": address_of_the_sheet()})


def address_of_the_sheet() -> str:
    """Empty where static files were never gathered: browsers show the page plain then."""
    try:
        return static("css/plenary.css")
    except ValueError:
        return ""
