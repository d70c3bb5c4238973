"""Which language somebody reads: by the cookie, by the browser, else the first there is."""

import pytest
from django.test import RequestFactory

from cms.languages import language_of_the_reader


@pytest.mark.parametrize(
    ("cookie", "browser", "found"),
    [
        ("", "", "en"),
        ("", "fr-CH, fr;q=0.9, en;q=0.5", "fr"),
        ("", "en;q=0.2, es;q=0.8", "es"),
        ("", "ar, de;q=0.9, fr;q=0.1", "fr"),
        ("", "ar, de", "en"),
        ("es", "fr", "es"),
        ("ar", "fr", "fr"),
        ("nonsense; x", "FR", "fr"),
        ("", "\x00;;q=,,", "en"),
    ],
)
def test_the_cookie_counts_before_the_browser(cookie: str, browser: str, found: str) -> None:
    request = RequestFactory().get("/", headers={"accept-language": browser})
    if cookie:
        request.COOKIES["django_language"] = cookie

    assert language_of_the_reader(request, among=("en", "fr", "es")) == found
