import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from cms.middleware import RelaxedForEditors


def answer(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_only_the_admin_may_run_inline_script() -> None:
    relaxed = RelaxedForEditors(answer)

    admin = relaxed(RequestFactory().get("/admin/pages/3/edit/"))
    page = relaxed(RequestFactory().get("/en/administration/"))

    assert "script-src" in getattr(admin, "_csp_replace", {})
    assert not hasattr(page, "_csp_replace")


@pytest.mark.django_db
def test_a_public_page_allows_nothing_but_its_own_files(client: Client) -> None:
    policy = client.get("/en/accounts/login/")["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "object-src 'none'" in policy
