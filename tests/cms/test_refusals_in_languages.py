"""Whatever goes wrong is said in the reader's language."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from cms.models import FormPage, StandardPage
from cms.models import form_pages as guard
from tests.factories.cms import standard_page, under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

SAID = {
    "403.html": {
        "en": "You may not open this page",
        "fr": "Vous ne pouvez pas ouvrir cette page",
        "es": "No puede abrir esta página",
        "ar": "لا يحق لك فتح هذه الصفحة",
    },
    "403_csrf.html": {
        "en": "This form waited too long",
        "fr": "Ce formulaire a attendu trop longtemps",
        "es": "Este formulario esperó demasiado",
        "ar": "انتظرت هذه الاستمارة وقتاً طويلاً",
    },
    "429.html": {
        "en": "Too many tries",
        "fr": "Trop d’essais",
        "es": "Demasiados intentos",
        "ar": "محاولات كثيرة جداً",
    },
    "500.html": {
        "en": "Something broke on our side",
        "fr": "Une panne s’est produite de notre côté",
        "es": "Algo falló de nuestro lado",
        "ar": "حدث عطل عندنا",
    },
}
DIRECTIONS = {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl"}


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("template", SAID)
def test_every_refusal_is_said_in_the_page_s_language(template: str, language: str) -> None:
    with translation.override(language):
        page = render_to_string(template)

    said = SAID[template][language]
    assert f"<h1>{said}</h1>" in page
    assert f"<title>{said}" in page
    assert f'<html lang="{language}" dir="{DIRECTIONS[language]}"' in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_who_sends_a_form_too_often_is_told_in_the_form_s_language(
    site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(guard, "ANSWERS_AN_HOUR", 1)
    page = under(site_root.home(language), FormPage, title="Contact", slug="contact", thanks="Thanks.")

    _first, second = (client.post(page.get_url(), {}) for _time in range(2))

    assert page.get_url() == f"/{language}/contact/"
    assert second.status_code == 429
    assert f"<h1>{SAID['429.html'][language]}</h1>" in second.content.decode()
    assert f'<html lang="{language}" dir="ltr"' in second.content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_breaks_is_told_in_the_page_s_language(
    site_root: SiteRoot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def broken(*_given: Any, **_more: Any) -> None:
        raise ZeroDivisionError

    page = standard_page(site_root, language=language)
    monkeypatch.setattr(StandardPage, "serve", broken)

    answer = Client(raise_request_exception=False).get(page.get_url())

    assert answer.status_code == 500
    assert f"<h1>{SAID['500.html'][language]}</h1>" in answer.content.decode()
    assert f'<html lang="{language}" dir="ltr"' in answer.content.decode()
