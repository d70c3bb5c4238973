"""The product's addresses, and one for each error that a reader may meet."""

from allauth.core.internal.ratelimit import respond_429
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.csrf import csrf_failure

from cms.urls import handler500 as handler500
from cms.urls import urlpatterns as of_the_product

STATUSES = (403, 429, 500)


def error(request: HttpRequest, status: int) -> HttpResponse:
    if status == 403:
        raise PermissionDenied
    if status == 429:
        return respond_429(request)
    raise RuntimeError("Asked for by the audit.")


def forged(request: HttpRequest) -> HttpResponse:
    return csrf_failure(request)


urlpatterns = [
    *i18n_patterns(path("~error/<int:status>/", error, name="error"), path("~error/forged/", forged, name="forged")),
    *of_the_product,
]
