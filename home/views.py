"""The two front doors: where the root leads, and the members' dashboard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from home import queries
from members.accounts.models import User
from members.organisations.permissions import members_only


def root(request: HttpRequest) -> HttpResponse:
    """To the home page in the language that the cookie, or else the browser, asks for."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@members_only
def today(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    now = timezone.now()
    return render(request, "home/today.html", {"today": queries.today(request.user, now=now), "now": now})
