"""Where a picture is used, as it is told before its consent is withdrawn."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import PublicationPage, StandardPage
from cms.queries import uses_of_picture
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import standard_page
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def test_a_withdrawal_lists_every_use(site_root: SiteRoot) -> None:
    image = picture()
    consent(image)
    body = [("picture", {"image": image, "caption": ""})]
    standard_page(site_root, slug="one", body=body)
    site_root.home("en").add_child(instance=StandardPage(title="Draft", slug="two", live=False, body=body))

    uses = uses_of_picture(image)

    assert [(use.label, use.live, use.state) for use in uses] == [("About us", True, ""), ("Draft", False, "draft")]
    assert uses[0].url.endswith("/en/one/")
    assert uses[1].url == ""


def on_its_card(image: Any) -> StandardPage:
    return StandardPage(title="Shown", slug="shown", social_image=image)


def in_rich_text(image: Any) -> StandardPage:
    embed = f'<embed embedtype="image" id="{image.pk}" format="fullwidth" alt=""/>'
    return StandardPage(title="Shown", slug="shown", body=[("text", f"<p>Look:</p>{embed}")])


def as_a_cover(image: Any) -> PublicationPage:
    return PublicationPage(title="Shown", slug="shown", cover=image, lede="A guide.", dated_on=date(2026, 6, 9))


@pytest.mark.parametrize("shown", [on_its_card, in_rich_text, as_a_cover])
def test_every_way_of_showing_a_picture_is_a_use(site_root: SiteRoot, shown: Any) -> None:
    image, other = picture(), picture(title="Another")
    consent(image)

    site_root.home("en").add_child(instance=shown(image))

    assert [(use.label, use.live) for use in uses_of_picture(image)] == [("Shown", True)]
    assert uses_of_picture(other) == []


def test_a_picture_that_is_used_nowhere_says_so(client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    given = consent(picture())

    html = client.get(reverse("consent:withdraw", args=[given.key])).content.decode()

    assert "It is used nowhere." in html
