import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from members.accounts.models import Invitation, User
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory(email="ilse@kite.example"))


def test_the_secretariat_invites_from_the_admin(secretary: User, client: Client) -> None:
    asked = {"email": "amara@lantern.example", "name": "Amara", "language": "fr"}

    client.post(reverse("invitations:add"), asked)

    assert Invitation.objects.get().invited_by == secretary
    assert mail.outbox[0].to == ["amara@lantern.example"]
    assert "/fr/accounts/invitation/" in str(mail.outbox[0].body)


def test_an_address_that_has_an_account_is_refused_on_the_form(secretary: User, client: Client) -> None:
    UserFactory(email="amara@lantern.example")
    asked = {"email": "amara@lantern.example", "name": "Amara", "language": "fr"}

    page = client.post(reverse("invitations:add"), asked).content.decode()

    assert "has an account already" in page
    assert not Invitation.objects.exists()


def test_people_have_one_name_in_the_admin_too(secretary: User, client: Client) -> None:
    person = UserFactory(email="amara@lantern.example")
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    typed = {"email": "amara@lantern.example", "name": "Amara O.", "language": "es", "time_zone": "UTC"}

    page = client.get(address).content.decode()
    client.post(address, {**typed, "is_active": "on"})

    person.refresh_from_db()
    assert 'name="first_name"' not in page
    assert (person.name, person.language, person.is_active, person.is_staff) == ("Amara O.", "es", True, False)


def test_nobody_takes_themselves_out_of_the_secretariat(secretary: User, client: Client) -> None:
    address = reverse("wagtailusers_users:edit", args=[secretary.pk])
    client.post(address, {"email": "ilse@kite.example", "name": "Ilse", "language": "en", "time_zone": "UTC"})

    secretary.refresh_from_db()
    assert (secretary.name, secretary.is_staff, secretary.is_superuser) == ("Ilse", True, True)


@pytest.mark.parametrize(
    "name", ["invitations:index", "invitations:add", "wagtailusers_users:index", "wagtailusers_users:add"]
)
def test_the_screens_for_people_open(secretary: User, client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 200
