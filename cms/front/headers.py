"""Who may keep an answer: said by Django's side, obeyed by `Front`, proxies and browsers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control


class WhoMayKeep:
    """Public where settings.PUBLIC_VIEWS says so and nobody is signed in; `private, no-store` for whoever is.

    A view's own word counts more: a restricted page has said `no-store`, a picture that never changes `immutable`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True, no_store=True)
        else:
            self._say(request, response)
        return response

    def _say(self, request: HttpRequest, response: HttpResponse) -> None:
        if is_public(request) and response.status_code == 200 and not response.cookies:
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        else:
            patch_cache_control(response, private=True)


def is_public(request: HttpRequest) -> bool:
    match = request.resolver_match
    known = match is not None and match.view_name in settings.PUBLIC_VIEWS
    return known and not getattr(request, "is_preview", False) and request.method in ("GET", "HEAD")
