"""What a person of the secretariat sets for herself in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def test_theme_language_and_zone_are_saved_without_asking_for_a_first_and_a_last_name(
    client: Client, site_root: SiteRoot
) -> None:
    person = sign_in_with_second_factor(client, StaffFactory())
    address = reverse("wagtailadmin_account")
    asked = client.get(address).content.decode()

    response = client.post(
        address,
        {
            "locale-preferred_language": "es",
            "locale-current_time_zone": "Africa/Nairobi",
            "theme-theme": "dark",
            "theme-density": "default",
            "theme-contrast": "system",
            "theme-keyboard_shortcuts": "on",
        },
    )

    profile = UserProfile.objects.get(user=person)
    assert "name_email-first_name" not in asked
    assert response.status_code == 302
    assert (profile.preferred_language, profile.current_time_zone) == ("es", "Africa/Nairobi")
    assert profile.theme == "dark"


def test_zones_that_no_browser_knows_are_not_offered(client: Client, site_root: SiteRoot) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    page = client.get(reverse("wagtailadmin_account")).content.decode()

    assert 'value="Africa/Nairobi"' in page
    assert not [zone for zone in ("localtime", "Factory", "Etc/GMT+3") if f'value="{zone}"' in page]


def test_a_stranger_is_led_to_the_door(client: Client, site_root: SiteRoot) -> None:
    assert client.get(reverse("wagtailadmin_account")).status_code == 302
