"""Pages that stand when others fall, Wagtail's admin, and mails: all under the network's own name."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import get_resolver
from django.utils import translation

from cms.views.errors import went_wrong
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.network import harbour
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "This page does not exist"), ("fr", "Cette page n’existe pas"), ("es", "Esta página no existe")],
)
def test_a_page_that_does_not_exist_says_so_in_the_reader_s_language(
    client: Client, site_root: SiteRoot, language: str, said: str
) -> None:
    answer = client.get(f"/{language}/no-such-page/")

    assert answer.status_code == 404
    assert f"<h1>{said}</h1>" in answer.content.decode()
    assert f'<html lang="{language}" dir="ltr">' in answer.content.decode()


def test_a_page_that_does_not_exist_offers_the_search_and_the_other_languages(
    client: Client, site_root: SiteRoot
) -> None:
    page = client.get("/en/no-such-page/").content.decode()

    assert 'role="search"' in page
    assert '<a href="/fr/" lang="fr" hreflang="fr"' in page


@pytest.mark.parametrize("template", ["403.html", "403_csrf.html", "404.html", "429.html", "500.html"])
def test_every_refusal_can_be_shown_without_a_request_and_wears_the_network_s_name(template: str) -> None:
    harbour()

    with translation.override("fr"):
        page = render_to_string(template)

    assert '<html lang="fr" dir="ltr">' in page
    assert "<b>Port</b>" in page
    assert page.count("<h1>") == 1
    assert "style=" not in page


def test_a_form_that_waited_too_long_is_told_so() -> None:
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/en/accounts/login/", {"login": "ana@harbour.example", "by": "code"})

    assert answer.status_code == 403
    assert "<h1>This form waited too long</h1>" in answer.content.decode()


def test_the_admin_wears_the_network_s_name_mark_and_colours(client: Client, site_root: SiteRoot) -> None:
    harbour()
    sign_in_with_second_factor(client, StaffFactory())

    page = client.get("/admin/").content.decode()

    assert "<title>Dashboard - Harbour</title>" in " ".join(page.split())
    assert "Secretariat of Harbour" in page
    assert page.count("/mark.svg") == 2
    assert "css/admin.css" in page
    assert "/admin.css" in page.split("css/admin.css")[1]


def test_mails_stand_on_one_sheet_in_the_network_s_colours() -> None:
    harbour()

    mail = render_to_string("account/email/login_code_message.html", {"code": "ABCD", "address": "https://h.example"})

    assert '<p class="code">ABCD</p>' in mail
    assert "background: #f4f8fb" in mail
    assert "<b>Harbour</b><br>Cities for young people" in mail
    assert "<p>Harbour Alliance, Rotterdam</p>" in mail
    assert "url(" not in mail
    assert "<img" not in mail


def test_something_broken_is_told_in_the_network_s_frame(rf: RequestFactory) -> None:
    harbour()

    answer = went_wrong(rf.get("/en/"))

    assert answer.status_code == 500
    assert "<b>Port</b>" in answer.content.decode() or "<b>Harbour</b>" in answer.content.decode()


def test_whatever_breaks_in_a_view_is_answered_by_that_page() -> None:
    assert get_resolver().resolve_error_handler(500) is went_wrong
