"""The bare page: what is answered when database, cache or static files are what broke."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client, RequestFactory
from django.utils import translation
from pytest_django import Settings

from cms.views.errors import address_of_the_sheet, bare_page, went_wrong
from tests.site import SiteRoot

GATHERED = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
pytestmark = pytest.mark.django_db


@pytest.fixture
def down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the database nor the cache answers."""

    def refuse(*_asked: object, **_more: object) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr("cms.models.settings.cache.get", refuse)
    monkeypatch.setattr(CursorWrapper, "execute", refuse)


def languages(page: str) -> list[str]:
    return re.findall(r'<(?:html|li) lang="(..)"', page)


@pytest.mark.usefixtures("down")
@pytest.mark.parametrize(
    ("address", "browser", "first", "said"),
    [
        ("/en/", "fr", "en", "Something broke on our side"),
        ("/fr/plan/", "en", "fr", "Quelque chose s’est cassé chez nous"),
        ("/admin/", "es-PY,es;q=0.9,en;q=0.5", "es", "Algo se rompió de nuestro lado"),
        ("/", "ar,en;q=0.2", "ar", "حدث خلل من جهتنا"),
        ("/", "", "en", "Something broke on our side"),
    ],
)
def test_it_speaks_the_language_of_the_address_else_of_the_browser(
    rf: RequestFactory, address: str, browser: str, first: str, said: str
) -> None:
    answer = went_wrong(rf.get(address, headers={"accept-language": browser}))

    page = answer.content.decode()
    assert answer.status_code == 500
    assert languages(page)[0] == first
    assert sorted(languages(page)) == ["ar", "en", "es", "fr"]
    assert f"<title>{said}</title>" in page
    assert f"<h1>{said}</h1>" in page


@pytest.mark.usefixtures("down")
def test_an_arabic_reader_gets_it_from_the_right_and_with_the_way_back(rf: RequestFactory) -> None:
    page = went_wrong(rf.get("/ar/")).content.decode()

    assert '<html lang="ar" dir="rtl">' in page
    assert '<a class="btn" href="/ar/">' in page
    assert '<li lang="en" dir="ltr">' in page


@pytest.mark.usefixtures("down")
def test_it_asks_neither_translators_nor_scripts_and_nothing_from_elsewhere(rf: RequestFactory) -> None:
    with translation.override("fr"):
        page = went_wrong(rf.get("/en/")).content.decode()

    assert languages(page)[0] == "en"
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == ["/static/css/plenary.css", "/en/", "/fr/", "/es/", "/ar/"]
    assert "<style" not in page
    assert "<script" not in page
    assert "style=" not in page


def test_without_gathered_static_files_it_comes_plain(rf: RequestFactory, settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = False
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": GATHERED}}

    page = bare_page(rf.get("/en/"))

    assert address_of_the_sheet() == ""
    assert "<link" not in page
    assert "Something broke on our side" in page


def test_a_page_whose_database_goes_away_is_answered_so(
    client: Client, site_root: SiteRoot, down: None, caplog: pytest.LogCaptureFixture
) -> None:
    client.raise_request_exception = False

    answer: Any = client.get("/es/accounts/login/")

    assert answer.status_code == 500
    assert languages(answer.content.decode())[0] == "es"
    assert "content-security-policy" in answer.headers
