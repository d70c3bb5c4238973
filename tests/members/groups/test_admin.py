import pytest
from django.test import Client
from django.urls import reverse

from members.groups.models import Group
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", ["group", "groupmembership", "groupmeeting"])
@pytest.mark.parametrize("screen", ["index", "add"])
def test_the_screens_for_groups_open(site_root: SiteRoot, client: Client, model: str, screen: str) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    assert client.get(reverse(f"{model}:{screen}")).status_code == 200


def test_the_secretariat_makes_a_group(site_root: SiteRoot, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    typed = {"slug": "budgets", "name_en": "Budgets", "name_fr": "", "name_es": "", "visibility": "hidden"}

    client.post(reverse("group:add"), {**typed, "joining": "invitation", "participation": "everybody"})

    made = Group.objects.get()
    assert (made.slug, str(made.name), made.visibility) == ("budgets", "Budgets", "hidden")
