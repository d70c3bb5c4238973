"""Step 1: the secretariat signs in to the Wagtail admin with a second factor, and a password alone opens nothing."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from tests.factories.accounts import PASSWORD, SECRET, StaffFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def code_now(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def test_the_secretariat_signs_in_with_password_and_app(site_root: SiteRoot, client: Client) -> None:
    person = StaffFactory(email="ilse@kite.example")
    TOTP.activate(person, SECRET)

    asked = client.get("/admin/pages/", follow=True)
    typed = {"login": "ilse@kite.example", "password": PASSWORD, "next": "/admin/pages/"}
    second = client.post("/en/accounts/login/", typed, follow=True)
    half_way = client.get("/admin/pages/")
    wrong = client.post("/en/accounts/2fa/authenticate/", {"code": "000000"})
    right = client.post("/en/accounts/2fa/authenticate/", {"code": code_now(SECRET)}, follow=True)

    assert "Use a password instead" in asked.content.decode()
    assert "Type the code from your app" in second.content.decode()
    assert half_way.headers["Location"].startswith("/en/accounts/login/")
    assert "Type the code from your app" in wrong.content.decode()
    assert right.redirect_chain[-1][0].startswith("/admin/pages/")
    assert right.status_code == 200


def test_somebody_new_sets_up_an_app_and_must_use_it(site_root: SiteRoot, client: Client) -> None:
    StaffFactory(email="ilse@kite.example")
    client.post("/en/accounts/login/", {"login": "ilse@kite.example", "password": PASSWORD})

    led = client.get("/admin/")
    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/en/accounts/2fa/totp/activate/").content.decode()
    found = re.search(r'<span class="code">([A-Z2-7]{32})</span>', page)
    assert found is not None
    client.post("/en/accounts/2fa/totp/activate/", {"code": code_now(found[1])})
    still_out = client.get("/admin/")
    proved = {"code": code_now(found[1]), "next": "/admin/"}
    inside = client.post("/en/accounts/2fa/reauthenticate/", proved, follow=True)

    assert led.headers["Location"].startswith("/en/accounts/2fa/totp/activate/")
    assert "<svg" in page
    assert still_out.headers["Location"].startswith("/en/accounts/2fa/reauthenticate/")
    assert (inside.redirect_chain[-1][0], inside.status_code) == ("/admin/", 200)


def test_a_password_alone_is_not_enough_at_wagtails_own_addresses(site_root: SiteRoot, client: Client) -> None:
    StaffFactory(email="ilse@kite.example")

    posted = client.post("/admin/login/", {"username": "ilse@kite.example", "password": PASSWORD})
    reset = client.post("/admin/password_reset/", {"email": "ilse@kite.example"})

    assert posted.headers["Location"].startswith("/en/accounts/login/")
    assert reset.headers["Location"].startswith("/en/accounts/login/")
    assert "_auth_user_id" not in client.session
