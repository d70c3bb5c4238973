"""Over every address under /admin/: who has not used a second factor in this session gets nowhere."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.http import HttpResponseBase
from django.test import Client
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from members.accounts.models import User
from tests.factories.accounts import (
    SECRET,
    StaffFactory,
    UserFactory,
    editor,
    sign_in_with_second_factor,
)
from tests.members.accounts.admin_addresses import admin_addresses
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
Rows = tuple[int, int, int, int]


def rows() -> Rows:
    tables = (Page, User, PageLogEntry, ModelLogEntry)
    pages, users, page_log, model_log = (model.objects.count() for model in tables)
    return pages, users, page_log, model_log


def answers(ask: Callable[[str], HttpResponseBase]) -> dict[str, set[str]]:
    """Where each address leads: the page it redirects to (without its query), else the status.

    Django tries what is not found once more under the reader's language: /admin/x/ leads to /en/admin/x/.
    """
    led: dict[str, set[str]] = {}
    for address in admin_addresses():
        response = ask(address)
        if response.headers.get("Location", "").startswith("/en/admin/"):
            response = ask(response.headers["Location"])
        where = response.headers.get("Location", str(response.status_code)).partition("?")[0]
        led.setdefault(where, set()).add(address)
    return led


def test_there_are_many_addresses() -> None:
    addresses = admin_addresses()

    assert len(addresses) > 200
    assert {"/admin/", "/admin/login/", "/admin/pages/", "/admin/users/"} <= set(addresses)


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_anonymous_visitor_is_led_to_sign_in(site_root: SiteRoot, client: Client, method: str) -> None:
    before = rows()

    led = answers(lambda address: getattr(client, method)(address))

    assert set(led) == {"/en/accounts/login/"}
    assert rows() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_member_finds_nothing(site_root: SiteRoot, client: Client, method: str) -> None:
    client.force_login(UserFactory())
    before = rows()

    led = answers(lambda address: getattr(client, method)(address))

    assert set(led) == {"404"}
    assert rows() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_superuser_with_a_password_alone_is_led_to_set_up(site_root: SiteRoot, client: Client, method: str) -> None:
    client.force_login(StaffFactory())
    before = rows()

    led = answers(lambda address: getattr(client, method)(address))

    assert set(led) == {"/en/accounts/2fa/totp/activate/"}
    assert rows() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_superuser_who_owns_a_device_and_did_not_use_it_is_asked(
    site_root: SiteRoot, client: Client, method: str
) -> None:
    person = StaffFactory()
    TOTP.activate(person, SECRET)
    client.force_login(person)
    before = rows()

    led = answers(lambda address: getattr(client, method)(address))

    assert set(led) == {"/en/accounts/2fa/reauthenticate/"}
    assert rows() == before


def test_a_script_gets_403_and_no_page_to_misread(site_root: SiteRoot, client: Client) -> None:
    client.force_login(StaffFactory())

    led = answers(lambda address: client.get(address, headers={"X-Requested-With": "XMLHttpRequest"}))

    assert set(led) == {"403"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/json"},
        {"Sec-Fetch-Mode": "cors", "Accept": "*/*"},
        {"X-Requested-With": "XMLHttpRequest", "Accept": "text/html"},
    ],
)
def test_each_mark_of_a_script_is_known(client: Client, headers: dict[str, str]) -> None:
    assert client.get("/admin/", headers=headers).status_code == 403


def test_with_a_second_factor_the_secretariat_is_in(site_root: SiteRoot, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/login/").headers["Location"] == "/admin/"
    assert client.get("/admin/password_reset/", follow=True).status_code == 404
    assert client.get("/admin/password_reset/confirm/MQ/set-password/", follow=True).status_code == 404


def test_an_editor_of_the_secretariat_is_in_too(site_root: SiteRoot, client: Client) -> None:
    sign_in_with_second_factor(client, editor())

    assert client.get("/admin/").status_code == 200


def test_the_second_factor_of_somebody_else_opens_nothing(site_root: SiteRoot, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    session = client.session
    session["account_authentication_methods_user"] = "999999"
    session.save()

    assert client.get("/admin/").status_code == 302


def test_somebody_who_left_the_secretariat_is_out_at_once(site_root: SiteRoot, client: Client) -> None:
    person = sign_in_with_second_factor(client, StaffFactory())
    person.is_staff = False
    person.save(update_fields=["is_staff"])

    assert client.get("/admin/", follow=True).status_code == 404


@pytest.mark.parametrize("address", ["/admin", "/admin/", "/admin/pages/?next=/x"])
def test_signing_in_leads_back_to_where_one_wanted_to_go(site_root: SiteRoot, client: Client, address: str) -> None:
    response = client.get(address)

    assert response.headers["Location"].startswith("/en/accounts/login/?next=%2Fadmin")


def test_the_admin_of_the_interface_for_editors_is_guarded_too(site_root: SiteRoot, client: Client) -> None:
    assert client.get("/admin/api/v3/pages/", headers={"Authorization": "Bearer anything"}).status_code in (302, 403)
