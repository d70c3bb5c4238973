"""How answers of the API may be kept: the public ones by anybody, the editors' by nobody."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import quote_etag

from cms.api.problems import wrong_method

View = Callable[..., HttpResponse]
A_MINUTE = 60


def public(view: View) -> View:
    """Adds a validator and answers 304 when the reader has this already. HEAD is GET without its body."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        # Else Django sends whoever asks for nothing on to the page of that name in their language.
        request.urlconf = "cms.api.urls"
        response = view(request, *args, **kwargs)
        request.method = asked
        if response.status_code == 405:
            return wrong_method(response)
        if response.status_code != 200:
            patch_cache_control(response, no_store=True)
            return response
        etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
        response.headers["ETag"] = etag
        patch_cache_control(response, public=True, max_age=A_MINUTE)
        return get_conditional_response(request, etag=etag, response=response) or response

    return answer


def editors_only(view: View) -> View:
    """Wagtail's own API says nothing about caches: behind one, a draft once reached an anonymous reader."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        patch_vary_headers(response, ["Authorization", "Cookie"])
        return response

    answer.csrf_exempt = getattr(view, "csrf_exempt", False)  # type: ignore[attr-defined]  # Django's own mark
    return answer


def each(patterns: list[Any], wrapped: Callable[[View], View]) -> list[URLPattern]:
    """The same addresses with every view wrapped."""
    return [URLPattern(found.pattern, wrapped(found.callback), found.default_args, found.name) for found in patterns]
