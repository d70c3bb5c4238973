"""Giving out the files that are on disk; those in a bucket are fetched from the S3 server itself."""

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from cms.storage.addresses import TicketRefused, read_token
from cms.storage.files import PrivateFiles, PublicFiles
from cms.storage.shelves import FOR_EVER


@require_safe
def private_file(request: HttpRequest, token: str) -> FileResponse:
    """The file, always as something to save: it may be anything that somebody uploaded."""
    try:
        ticket = read_token(token)
        file = PrivateFiles().open(ticket.name)
    except (TicketRefused, FileNotFoundError) as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=ticket.filename)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def public_file(request: HttpRequest, name: str) -> FileResponse:
    """The file, to be kept for ever: its name changes with its content. Whatever it is, it may run nothing."""
    try:
        file = PublicFiles().open(name)
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    response = FileResponse(file, filename=name)
    response["Cache-Control"] = FOR_EVER
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
