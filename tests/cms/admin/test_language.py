"""In which language the secretariat's screens speak."""

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def language_of(client: Client, address: str = "/admin/") -> str:
    page = client.get(address, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    return page.split('<html lang="', 1)[1][:2]


def test_the_admin_speaks_the_language_of_the_account(site_root: SiteRoot, client: Client) -> None:
    person = StaffFactory(language="fr")
    sign_in_with_second_factor(client, person)

    assert language_of(client) == "fr"
    assert "Rien ne vous attend" in client.get("/admin/").content.decode()


def test_who_chose_another_for_the_admin_has_that(site_root: SiteRoot, client: Client) -> None:
    person = StaffFactory(language="fr")
    sign_in_with_second_factor(client, person)
    UserProfile.objects.create(user=person, preferred_language="es")

    assert language_of(client) == "es"


def test_pages_with_a_language_in_their_address_keep_it(site_root: SiteRoot, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory(language="fr"))

    assert language_of(client, "/en/today/") == "en"
