"""Which language somebody reads who has not said it in the address."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header


def language_of_the_reader(request: HttpRequest, *, among: Sequence[str]) -> str:
    """What the cookie says; else what the browser prefers; else the first of `among`."""
    return next((code for code in wishes_of(request) if code in among), among[0])


def wishes_of(request: HttpRequest) -> Iterator[str]:
    """The codes without their regions, what is wanted most first."""
    yield request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "").split("-")[0]
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        yield code.split("-")[0]
