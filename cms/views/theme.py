"""The files that make the installation look like its network. Their address changes with what is in them."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.models.settings import Network, current_network
from cms.storage.shelves import FOR_EVER

# A drawing that is opened by itself may run nothing.
DRAWS_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def sheet(request: HttpRequest, version: str) -> HttpResponse:
    """After the house's own sheet."""
    network = current_network()
    return kept(HttpResponse(network.sheet, content_type="text/css; charset=utf-8"), network, version=version)


@require_safe
def admin_sheet(request: HttpRequest, version: str) -> HttpResponse:
    """After Wagtail's own sheets."""
    network = current_network()
    return kept(HttpResponse(network.admin_sheet, content_type="text/css; charset=utf-8"), network, version=version)


@require_safe
def mark(request: HttpRequest, version: str) -> HttpResponse:
    network = current_network()
    response = kept(HttpResponse(content_of(network.mark), content_type="image/svg+xml"), network, version=version)
    response["Content-Security-Policy"] = DRAWS_ONLY
    return response


@require_safe
def font(request: HttpRequest, version: str) -> HttpResponse:
    network = current_network()
    return kept(HttpResponse(content_of(network.font), content_type="font/woff2"), network, version=version)


def content_of(name: str) -> bytes:
    """Of the public file with this name; 404 where the network has none of its own."""
    if not name or not default_storage.exists(name):
        raise Http404
    with default_storage.open(name) as file:
        content: bytes = file.read()
    return content


def kept(response: HttpResponse, network: Network, *, version: str) -> HttpResponse:
    """For ever under its own version; a page from before a change gets what there is now, and does not keep it."""
    response["Cache-Control"] = FOR_EVER if version == network.version else "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
