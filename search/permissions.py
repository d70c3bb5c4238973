"""How often one address may ask for what costs much."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
A_MINUTE = 60


def asked_too_often(request: HttpRequest, what: str, *, per_minute: int) -> bool:
    """Counts this question. The minute begins with an address's first question and is forgotten after it."""
    key = f"search:{what}:{get_adapter().get_client_ip(request)}"
    if cache.add(key, 1, A_MINUTE):
        return False
    try:
        return bool(cache.incr(key) > per_minute)
    except ValueError:  # the minute ended between the two lines
        return False


def limited(what: str, *, per_minute: int) -> Callable[[View[P]], View[P]]:
    def wrapped(view: View[P]) -> View[P]:
        @wraps(view)
        def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if asked_too_often(request, what, per_minute=per_minute):
                said = _("You asked for this very often. Wait a minute, then try again.")
                headers = {"Retry-After": str(A_MINUTE)}
                return HttpResponse(said, status=429, content_type="text/plain; charset=utf-8", headers=headers)
            return view(request, *args, **kwargs)

        return answer

    return wrapped
