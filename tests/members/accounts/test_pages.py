import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from members.accounts import actions
from members.accounts.adapters import SecondFactor
from members.accounts.middleware import PersonalTimeZone
from members.accounts.models import User
from members.accounts.views import sign_in_instead
from tests.factories.accounts import PASSWORD, UserFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
OWN_PAGES = [
    "profile/",
    "security/",
    "email/",
    "password/change/",
    "sessions/",
    "2fa/",
    "2fa/webauthn/",
    "reauthenticate/",
    "logout/",
]


def code_in(text: str) -> str:
    found = re.search(r"^([0-9A-Z-]{6,})$", text, re.MULTILINE)
    assert found is not None, text
    return found[1]


def test_a_member_signs_in_with_a_code_from_a_mail_in_their_language(site_root: SiteRoot, client: Client) -> None:
    person = UserFactory(email="lucien@baobab.example", language="fr")

    asked = client.post("/en/accounts/login/", {"login": "lucien@baobab.example"}, follow=True)
    code = code_in(str(mail.outbox[0].body))
    client.post("/en/accounts/login/code/confirm/", {"code": code})

    assert "Type the code from your mail" in asked.content.decode()
    assert mail.outbox[0].to == ["lucien@baobab.example"]
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_code_that_was_asked_for_is_sent_though_a_browser_filled_in_a_password(
    site_root: SiteRoot, client: Client
) -> None:
    UserFactory(email="lucien@baobab.example")

    client.post("/en/accounts/login/", {"login": "lucien@baobab.example", "password": PASSWORD, "by": "code"})

    assert len(mail.outbox) == 1
    assert "_auth_user_id" not in client.session


def test_a_wrong_password_keeps_the_address_that_was_typed(site_root: SiteRoot, client: Client) -> None:
    UserFactory(email="lucien@baobab.example")

    page = client.post("/en/accounts/login/", {"login": "lucien@baobab.example", "password": "no"}).content.decode()

    assert 'value="lucien@baobab.example"' in page
    assert 'role="alert"' in page
    assert "no access" not in page


def test_an_unknown_address_gets_the_same_page_as_a_known_one(site_root: SiteRoot, client: Client) -> None:
    UserFactory(email="lucien@baobab.example")

    known = client.post("/en/accounts/login/", {"login": "lucien@baobab.example"})
    unknown = Client().post("/en/accounts/login/", {"login": "nobody@baobab.example"})

    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_nobody_makes_an_account_by_themselves(site_root: SiteRoot, client: Client) -> None:
    typed = {"email": "new@baobab.example", "password1": PASSWORD}

    client.post("/en/accounts/signup/", typed)

    assert not User.objects.exists()


@pytest.mark.parametrize("page", OWN_PAGES)
def test_every_page_of_ones_own_account_opens_without_inline_script_or_style(
    site_root: SiteRoot, client: Client, page: str
) -> None:
    client.post("/en/accounts/login/", {"login": UserFactory().email, "password": PASSWORD})

    response = client.get(f"/en/accounts/{page}", follow=True)
    html = response.content.decode()

    assert response.status_code == 200
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)
    assert " style=" not in html
    assert " onclick=" not in html


def test_the_profile_keeps_name_language_and_time_zone(site_root: SiteRoot, client: Client) -> None:
    person = UserFactory()
    client.force_login(person)

    client.post("/en/accounts/profile/", {"name": "Teodora", "language": "es", "time_zone": "Africa/Nairobi"})

    person.refresh_from_db()
    assert (person.name, person.language, person.time_zone) == ("Teodora", "es", "Africa/Nairobi")


def test_a_time_zone_that_does_not_exist_is_refused_with_a_sentence(site_root: SiteRoot, client: Client) -> None:
    person = UserFactory()
    client.force_login(person)

    page = client.post("/en/accounts/profile/", {"name": "T", "language": "en", "time_zone": "Mars"}).content.decode()

    person.refresh_from_db()
    assert "“Mars” is not a time zone." in page
    assert person.time_zone == "UTC"


def test_times_are_shown_in_the_readers_zone(rf: RequestFactory) -> None:
    request = rf.get("/en/accounts/security/")
    request.user, request.COOKIES["sessionid"] = UserFactory(time_zone="Africa/Nairobi"), "any"
    zones: list[str] = []

    def page(_request: HttpRequest) -> HttpResponse:
        zones.append(timezone.get_current_timezone_name())
        return HttpResponse()

    PersonalTimeZone(page)(request)

    assert zones == ["Africa/Nairobi"]


def test_a_time_zone_that_went_away_locks_nobody_out(site_root: SiteRoot, client: Client) -> None:
    client.force_login(UserFactory(time_zone="Nowhere/Land"))

    assert client.get("/en/accounts/security/").status_code == 200


def test_an_invitation_leads_through_its_page_to_an_account(site_root: SiteRoot, client: Client) -> None:
    actions.invite("amara@lantern.example", name="Amara", language="en", invited_by=None, now=timezone.now())
    found = re.search(r"http://testserver(\S+)", str(mail.outbox[0].body))
    assert found is not None
    page = client.get(found[1])
    weak = client.post(found[1], {"name": "Amara", "password": "password"})
    client.post(found[1], {"name": "Amara", "password": PASSWORD})
    again = client.get(found[1])

    assert "amara@lantern.example" in page.content.decode()
    assert "too common" in weak.content.decode()
    assert User.objects.get().check_password(PASSWORD)
    assert again.status_code == 410


def test_who_has_an_account_meanwhile_is_told_on_the_page(site_root: SiteRoot, client: Client) -> None:
    actions.invite("amara@lantern.example", name="Amara", language="en", invited_by=None, now=timezone.now())
    found = re.search(r"http://testserver(\S+)", str(mail.outbox[0].body))
    assert found is not None
    UserFactory(email="Amara@lantern.example")

    page = client.post(found[1], {"name": "Amara", "password": PASSWORD}).content.decode()

    assert "Somebody with this e-mail address has an account already." in page
    assert User.objects.count() == 1


def test_the_picture_for_the_app_stands_on_white() -> None:
    drawn = SecondFactor().build_totp_svg("otpauth://totp/Kite:amara?secret=JBSWY3DPEHPK3PXP")

    assert re.search(r'^<svg[^>]*><rect width="100%" height="100%" fill="#fff"/>', drawn)


def test_the_sign_in_page_of_the_admin_leads_to_ours_even_without_the_door(rf: RequestFactory) -> None:
    request = rf.get("/admin/login/")
    request.user = AnonymousUser()

    assert sign_in_instead(request)["Location"] == "/en/accounts/login/?next=%2Fadmin%2F"


@pytest.mark.parametrize(
    ("address", "typed", "sentence"),
    [
        ("login/", {"login": ""}, "Write an e-mail address in “Your e-mail address”."),
        ("login/", {"login": "ada", "by": "password"}, "Write an e-mail address in “Your e-mail address”, such as"),
        ("password/reset/", {"email": ""}, "Write an e-mail address in “Your e-mail address”."),
    ],
)
def test_what_is_wrong_at_the_door_names_the_field_as_the_page_does(
    site_root: SiteRoot, client: Client, address: str, typed: dict[str, str], sentence: str
) -> None:
    html = client.post(f"/en/accounts/{address}", typed).content.decode()

    assert html.count(sentence) == 2
    assert "Your e-mail address</label>" in html


def test_a_password_that_is_left_empty_is_asked_for_under_its_name(site_root: SiteRoot, client: Client) -> None:
    client.force_login(UserFactory())

    html = client.post("/en/accounts/password/change/", {}).content.decode()

    assert "Write something in “Current password”." in html
    assert "Write something in “New password, once more”." in html


def test_whoever_is_no_member_yet_is_led_to_where_one_applies(site_root: SiteRoot, client: Client) -> None:
    html = client.get("/es/accounts/login/").content.decode()

    assert 'href="/es/contact/"' in html.partition("<aside")[2].partition("</aside>")[0]
