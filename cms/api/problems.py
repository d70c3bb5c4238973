"""Errors as problem details (RFC 9457), in the reader's language."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JsonResponse(said, status=status, content_type=MEDIA_TYPE)


def nothing_here(_request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    return problem(404, _("There is nothing public at this address."))


def not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return nothing_here(request)


def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"where": ".".join(map(str, one["loc"])), "what": one["msg"]} for one in error.errors]
    return problem(422, _("Part of the question cannot be understood."), errors=errors)


def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


def wrong_method(response: HttpResponse) -> HttpResponse:
    """In place of an empty 405, keeping what it says is allowed."""
    said = problem(405, _("This address only answers questions: GET and HEAD."))
    said.headers["Allow"] = response.headers.get("Allow", "GET, HEAD")
    return said


def say_problems(api: NinjaAPI) -> None:
    api.exception_handler(Http404)(not_found)
    api.exception_handler(ValidationError)(invalid)
    api.exception_handler(HttpError)(refused)
