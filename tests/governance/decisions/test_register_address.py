"""What the address of the register asks for and the register does not have."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.organisations import PersonFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "value", "name"), [("show", "zzz", "State"), ("year", "soon", "Year"), ("year", "1900", "Year")]
)
def test_what_no_filter_offers_is_named(site_root: SiteRoot, client: Client, field: str, value: str, name: str) -> None:
    client.force_login(PersonFactory(is_staff=True))

    page = client.get(reverse("decisions:register"), {field: value}).content.decode()

    assert f"“{value}” is nothing that can be chosen under “{name}”." in page
    assert "Show the register without it" in page


def test_a_usual_address_is_not_talked_about(site_root: SiteRoot, client: Client) -> None:
    client.force_login(PersonFactory(is_staff=True))

    page = client.get(reverse("decisions:register"), {"show": "late", "words": "budget"}).content.decode()

    assert "is nothing that can be chosen" not in page
