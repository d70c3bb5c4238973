"""What a person of the secretariat sets for herself in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.assembly import NOON, draft
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


@pytest.mark.parametrize(
    ("chosen_here", "opens"), [(None, "15:00"), ("", "15:00"), ("Asia/Kathmandu", "17:45")], ids=str
)
def test_times_stand_in_the_zone_of_the_account_unless_another_was_chosen_for_the_admin(
    client: Client, site_root: SiteRoot, chosen_here: str | None, opens: str
) -> None:
    person = sign_in_with_second_factor(client, StaffFactory(time_zone="Africa/Nairobi"))
    if chosen_here is not None:
        UserProfile.objects.create(user=person, current_time_zone=chosen_here)
    assembly = draft(now=NOON).assembly

    first_page = client.get("/admin/").content.decode()
    form = client.get(reverse("assembly_desk:edit", args=[assembly.pk])).content.decode()

    assert f"10 June 2026, {opens}" in first_page
    assert f'value="2026-06-10 {opens}"' in form
    assert [profile.current_time_zone for profile in UserProfile.objects.all()] == (
        [] if chosen_here is None else [chosen_here]
    )


def test_a_stranger_is_led_to_the_door(client: Client, site_root: SiteRoot) -> None:
    assert client.get(reverse("wagtailadmin_account")).status_code == 302
