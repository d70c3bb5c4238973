"""Over every address about second factors: who owns a device and did not use it in this session gets nowhere."""

import json
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import get_resolver, resolve

from members.accounts.middleware import MANAGING, PROVING, is_about_devices
from members.accounts.models import User
from tests.factories.accounts import PASSWORD, SECRET, UserFactory, sign_in_with_second_factor
from tests.members.accounts.admin_addresses import filled, forms
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PROVE = "/en/accounts/2fa/reauthenticate/"


def addresses_of_devices() -> list[str]:
    return sorted(address for address in every_address() if is_about_devices(resolve(address).view_name))


def every_address() -> Iterator[str]:
    for form, names in forms(get_resolver(), before=""):
        if form.startswith(("en/accounts/", "_allauth/")):
            yield filled(form, names) or ""


def owner_of_a_device() -> User:
    person = UserFactory()
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)
    return person


def code_now() -> str:
    return str(format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time()))))


def devices() -> list[tuple[int, str]]:
    return sorted((device.pk, json.dumps(device.data)) for device in Authenticator.objects.all())


def signed_in_by_password(client: Client) -> User:
    """The session of somebody who signed in before the device was there."""
    person = UserFactory()
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD, "by": "password"})
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)
    return person


def test_every_address_of_devices_is_among_those_asked() -> None:
    found = addresses_of_devices()

    assert {
        "/en/accounts/2fa/",
        "/en/accounts/2fa/totp/activate/",
        "/en/accounts/2fa/totp/deactivate/",
        "/en/accounts/2fa/recovery-codes/",
        "/en/accounts/2fa/recovery-codes/generate/",
        "/en/accounts/2fa/recovery-codes/download/",
        "/en/accounts/2fa/webauthn/",
        "/en/accounts/2fa/webauthn/add/",
        "/en/accounts/2fa/webauthn/keys/1/edit/",
        "/en/accounts/2fa/webauthn/keys/1/remove/",
        "/en/accounts/reauthenticate/",
        "/_allauth/browser/v1/account/authenticators",
        "/_allauth/browser/v1/account/authenticators/totp",
        "/_allauth/browser/v1/account/authenticators/webauthn",
        "/_allauth/browser/v1/account/authenticators/recovery-codes",
        "/_allauth/browser/v1/auth/reauthenticate",
    } <= set(found)


def test_no_address_under_2fa_is_open_but_those_that_prove() -> None:
    under = [address for address in every_address() if address.startswith("/en/accounts/2fa/")]

    assert {resolve(address).view_name for address in set(under) - set(addresses_of_devices())} == PROVING


@pytest.mark.parametrize("method", ["get", "post", "delete", "put"])
def test_who_owns_a_device_and_did_not_use_it_is_asked_for_it(client: Client, site_root: SiteRoot, method: str) -> None:
    client.force_login(owner_of_a_device())
    before = devices()

    led = {}
    for address in addresses_of_devices():
        response = getattr(client, method)(address)
        led[address] = response.headers.get("Location", str(response.status_code)).partition("?")[0]

    apps = {address for address in led if address.startswith("/_allauth/app/") and "authenticators" in address}
    assert {led[address] for address in apps} == {"403"}
    assert {where for address, where in led.items() if address not in apps} == {PROVE}
    assert devices() == before


def test_a_script_is_refused_with_a_sentence(client: Client) -> None:
    client.force_login(owner_of_a_device())

    answer = client.delete("/_allauth/browser/v1/account/authenticators/totp", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.content.decode()) == (403, "Sign in with your second factor first.")


@pytest.mark.parametrize("name", sorted(MANAGING))
def test_no_app_manages_devices(client: Client, name: str) -> None:
    addresses = {address for address in every_address() if address.startswith("/_allauth/app/")}
    [address] = [found for found in addresses if resolve(found).view_name.endswith(f":{name}")]

    answer = client.get(address, headers={"X-Session-Token": "whatever"})

    assert (answer.status_code, answer.content.decode()) == (403, "Manage your devices on the site.")


def test_the_password_does_not_stand_in_for_the_device(client: Client, site_root: SiteRoot) -> None:
    person = signed_in_by_password(client)
    before = devices()

    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/en/accounts/2fa/totp/deactivate/")
    client.post("/en/accounts/2fa/recovery-codes/generate/")

    assert devices() == before
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_code_of_the_device_opens_the_pages_of_devices(client: Client, site_root: SiteRoot) -> None:
    signed_in_by_password(client)

    asked = client.get("/en/accounts/2fa/recovery-codes/")
    opened = client.post(asked.headers["Location"], {"code": code_now()}, follow=True)

    assert asked.headers["Location"] == f"{PROVE}?next=%2Fen%2Faccounts%2F2fa%2Frecovery-codes%2F"
    assert opened.request["PATH_INFO"] == "/en/accounts/2fa/recovery-codes/"
    assert opened.status_code == 200


def test_who_owns_no_device_may_set_one_up(client: Client, site_root: SiteRoot) -> None:
    person = UserFactory()
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD, "by": "password"})

    page = client.get("/en/accounts/2fa/totp/activate/", follow=True)

    assert page.status_code == 200
    assert "/2fa/reauthenticate/" not in page.request["PATH_INFO"]


def test_who_used_the_device_sees_their_devices(client: Client, site_root: SiteRoot) -> None:
    sign_in_with_second_factor(client, owner_of_a_device())

    assert client.get("/en/accounts/2fa/").status_code == 200


def test_somebody_anonymous_is_led_to_sign_in(client: Client, site_root: SiteRoot) -> None:
    answer = client.get("/en/accounts/2fa/")

    assert answer.headers["Location"] == "/en/accounts/login/?next=/en/accounts/2fa/"
