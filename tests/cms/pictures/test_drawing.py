"""The worker draws what editors put on a page: nobody who reads it waits for that."""

from datetime import datetime

import pytest
from django.test import Client

from cms.actions import withdraw_consent
from cms.models import PlenaryImage, PlenaryRendition, StandardPage
from cms.models.media import SIZES
from cms.tasks import draw_pictures
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def page_with(image: PlenaryImage, site_root: SiteRoot) -> StandardPage:
    return standard_page(site_root, body=[("picture", {"image": image, "caption": ""})])


def sizes_of(image: PlenaryImage) -> set[str]:
    return set(PlenaryRendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def test_the_first_reader_finds_every_size(client: Client, site_root: SiteRoot, now: datetime) -> None:
    image = picture()
    page = page_with(image, site_root)

    drawn = [draw_pictures(now), draw_pictures(now)]
    before = sizes_of(image)
    client.get(page.get_url())

    assert drawn == [1, 0]
    assert before == sizes_of(image) == set(SIZES)


def test_what_no_page_shows_is_not_drawn(site_root: SiteRoot, now: datetime) -> None:
    image = picture()

    assert draw_pictures(now) == 0
    assert sizes_of(image) == set()


def test_a_draft_s_pictures_are_ready_when_it_is_published(site_root: SiteRoot, now: datetime) -> None:
    image = picture()
    body = [("picture", {"image": image, "caption": ""})]
    site_root.home("en").add_child(instance=StandardPage(title="Draft", slug="draft", live=False, body=body))

    assert draw_pictures(now) == 1


def test_after_a_withdrawal_the_placeholder_is_drawn_too(site_root: SiteRoot, now: datetime) -> None:
    image = picture()
    given = consent(image)
    page_with(image, site_root)
    draw_pictures(now)

    withdraw_consent(given, by=StaffFactory(), now=now)

    assert sizes_of(image) == set()
    assert draw_pictures(now) == 1


def test_a_picture_that_cannot_be_drawn_holds_up_no_other(site_root: SiteRoot, now: datetime) -> None:
    broken, fine = picture(title="Broken"), picture(title="Fine")
    body = [("picture", {"image": image, "caption": ""}) for image in (broken, fine)]
    standard_page(site_root, body=body)
    broken.file.storage.delete(broken.file.name)

    with pytest.raises(ExceptionGroup, match="Pictures that were not drawn"):
        draw_pictures(now)

    assert sizes_of(fine) == set(SIZES)
