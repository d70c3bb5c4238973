"""The two front doors: where the root leads, and the members' dashboard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request


def root(request: HttpRequest) -> HttpResponse:
    """To the home page in the language that the cookie, or else the browser, asks for."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
