"""What a person reads about their own way in: sessions, the app, passwords, passkeys."""

import pytest
from allauth.mfa.models import Authenticator
from django.template.loader import render_to_string
from django.test import Client

from members.accounts.adapters import SecondFactor
from members.accounts.queries import browser_in_words
from tests.factories.accounts import PASSWORD, UserFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Firefox/145.0", "Firefox"),
        ("(Windows NT 10.0)", "Windows"),
        ("curl/8.15.0", "A browser that does not give its name"),
    ],
)
def test_a_browser_is_told_in_words_as_far_as_it_is_known(user_agent: str, said: str) -> None:
    assert browser_in_words(user_agent) == said


def test_a_session_is_named_by_its_browser_and_never_by_what_it_sent(site_root: SiteRoot, client: Client) -> None:
    UserFactory(email="lucien@baobab.example")
    client.post(
        "/en/accounts/login/",
        {"login": "lucien@baobab.example", "password": PASSWORD, "by": "password"},
        headers={"user-agent": FIREFOX},
    )

    page = client.get("/en/accounts/sessions/", headers={"user-agent": FIREFOX}).content.decode()

    assert "Firefox on Linux</h2>" in page
    assert "Here, in this browser" in page
    assert "Gecko" not in page


@pytest.mark.parametrize("address", ["/en/accounts/password/change/", "/en/accounts/reauthenticate/"])
def test_a_password_manager_learns_whose_password_is_asked_for(
    site_root: SiteRoot, client: Client, address: str
) -> None:
    client.force_login(UserFactory(email="lucien@baobab.example"))

    page = client.get(address).content.decode()

    assert '<input type="text" autocomplete="username" value="lucien@baobab.example" readonly hidden>' in page


def test_who_came_by_code_chooses_a_password(site_root: SiteRoot, client: Client) -> None:
    person = UserFactory()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    client.force_login(person)

    page = client.get("/en/accounts/password/set/").content.decode()

    assert "<h1>Choose a password</h1>" in page
    assert 'autocomplete="username"' in page
    assert page.count('type="password"') == 2


def test_new_passkeys_are_called_so_and_counted() -> None:
    person = UserFactory()
    first = SecondFactor().generate_authenticator_name(person, Authenticator.Type.WEBAUTHN)
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={})
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})

    second = SecondFactor().generate_authenticator_name(person, Authenticator.Type.WEBAUTHN)

    assert (first, second) == ("Passkey", "Passkey 2")


def test_a_passkey_added_after_one_was_removed_is_not_called_as_another() -> None:
    person, passkey = UserFactory(), Authenticator.Type.WEBAUTHN
    Authenticator.objects.create(user=person, type=passkey, data={"name": "Passkey 2"})
    Authenticator.objects.create(user=UserFactory(), type=passkey, data={"name": "Passkey 3"})

    third = SecondFactor().generate_authenticator_name(person, passkey)
    Authenticator.objects.create(user=person, type=passkey, data={"name": third})
    Authenticator.objects.create(user=person, type=passkey, data={"name": "Key on my ring"})

    assert third == "Passkey 3"
    assert SecondFactor().generate_authenticator_name(person, passkey) == "Passkey 4"


def test_the_app_on_the_same_phone_is_opened_by_a_link() -> None:
    form = {"secret": "ZIXZIIPDE4"}

    page = render_to_string("mfa/totp/activate_form.html", {"totp_url": "otpauth://totp/Kite", "form": form})

    assert 'href="otpauth://totp/Kite"' in page
    assert "ZIXZIIPDE4" in page
