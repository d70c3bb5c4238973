"""A picture that shows children, from its upload to its withdrawal."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from wagtail.models import ModelLogEntry

from cms.actions import ConsentRefused, withdraw_consent, withhold_pictures
from cms.languages import translated
from cms.models import ImageConsent, PictureRefused, PlenaryImage, StandardPage
from cms.rules.consent import Use
from cms.storage import PrivateFiles, PublicFiles
from tests.cms.storage.test_pictures import pixel
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 10)
Committing = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


def page_with(image: PlenaryImage, site_root: SiteRoot, *, slug: str = "about") -> StandardPage:
    return standard_page(site_root, slug=slug, body=[("picture", {"image": image, "caption": ""})])


def corner_of(image: PlenaryImage) -> tuple[int, ...]:
    """The colour in a corner of the picture as readers get it: red while it is shown, paper when it is withheld."""
    rendition = PlenaryImage.objects.get(pk=image.pk).get_rendition("width-40|format-png")
    with rendition.file.open() as file:
        shown = Image.open(file).convert("RGB")
        return pixel(shown, at=(3, 3))


def test_an_original_is_private_and_bare() -> None:
    image = picture()

    assert PrivateFiles().exists(image.file.name)
    assert not PublicFiles().exists(image.file.name)
    with image.file.open() as file:
        assert dict(Image.open(file).getexif()) == {}
    assert (image.width, image.height) == (40, 60)


def test_a_picture_says_what_it_shows_or_is_decoration() -> None:
    image = picture()
    image.alt_text = translated()

    with pytest.raises(ValidationError, match="Say what the picture shows"):
        image.full_clean()
    with pytest.raises(IntegrityError, match="a_picture_says_what_it_shows_or_is_decoration"), transaction.atomic():
        PlenaryImage.objects.filter(pk=image.pk).update(alt_text=translated())


def test_a_picture_is_described_in_the_readers_language(site_root: SiteRoot, client: Client) -> None:
    image = picture(alt_text=translated(en="A drawn kite.", fr="Un cerf-volant dessiné."))
    body = [("picture", {"image": image, "caption": ""})]
    english, french = (standard_page(site_root, language=language, body=body) for language in ("en", "fr"))

    assert 'alt="A drawn kite."' in client.get(english.get_url()).content.decode()
    assert 'alt="Un cerf-volant dessiné."' in client.get(french.get_url()).content.decode()
    told = client.get("/api/content/v1/pages/", {"path": "/fr/about/"}).json()
    assert told["body"][0]["value"]["image"]["alt"] == "Un cerf-volant dessiné."


def test_a_picture_without_children_needs_no_consent(site_root: SiteRoot) -> None:
    assert page_with(picture(), site_root).live


def test_a_childs_picture_is_not_published_without_consent(site_root: SiteRoot) -> None:
    image = picture(shows_children=True)

    with pytest.raises(PictureRefused, match="“At the market” shows children, and no consent is recorded for it"):
        page_with(image, site_root)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"until_on": date(2026, 6, 11)}, "has run out"),
        ({"uses": frozenset({Use.PRINT})}, "does not cover this use"),
        ({"territory": frozenset({"KE"})}, "holds in some countries only"),
    ],
)
def test_a_consent_that_does_not_reach_far_enough_is_none(
    site_root: SiteRoot, fields: dict[str, Any], why: str
) -> None:
    image = picture()
    consent(image, **fields)
    ImageConsent.objects.filter(until_on=date(2026, 6, 11)).update(until_on=date(2026, 6, 2))

    with pytest.raises(PictureRefused, match=why):
        page_with(image, site_root)


def test_with_a_consent_it_is_published(site_root: SiteRoot, client: Client) -> None:
    image = picture()
    consent(image)

    html = client.get(page_with(image, site_root).get_url()).content.decode()

    assert 'alt="Two children read a poster at a market."' in html
    assert 'type="image/avif"' in html
    assert 'type="image/webp"' in html
    assert 'loading="eager"' in html


def test_a_card_on_social_networks_is_a_use_of_its_own(site_root: SiteRoot) -> None:
    image = picture()
    consent(image, uses=frozenset({Use.SITE}))

    with pytest.raises(PictureRefused, match="does not cover this use"):
        standard_page(site_root, social_image=image)


def test_a_card_that_lost_its_consent_withholds_the_picture(site_root: SiteRoot, now: datetime) -> None:
    image = picture()
    consent(image, uses=frozenset({Use.SITE}))
    consent(image, uses=frozenset({Use.SOCIAL}), until_on=date(2090, 1, 1))
    standard_page(site_root, social_image=image)
    after = datetime(2090, 1, 1, tzinfo=UTC)

    assert withhold_pictures(now=after - timedelta(days=1)) == 0
    assert withhold_pictures(now=after) == 1


def test_a_consent_for_a_use_that_no_page_makes_withholds_nothing(now: datetime) -> None:
    image = picture()

    consent(image, uses=frozenset({Use.PRINT}))

    assert not PlenaryImage.objects.get(pk=image.pk).is_withheld


def test_a_draft_may_wait_for_its_consent(site_root: SiteRoot) -> None:
    image = picture(shows_children=True)
    page = StandardPage(
        title="Waiting", slug="waiting", live=False, body=[("picture", {"image": image, "caption": ""})]
    )

    site_root.home("en").add_child(instance=page)

    assert not page.live


def test_a_withdrawal_puts_a_placeholder_everywhere(
    site_root: SiteRoot, client: Client, now: datetime, django_capture_on_commit_callbacks: Committing
) -> None:
    image = picture()
    given = consent(image)
    page = page_with(image, site_root)
    before = client.get(page.get_url()).content.decode()
    files = [rendition.file.name for rendition in image.renditions.all()]
    assert corner_of(image)[0] > 150

    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(given, by=StaffFactory(), now=now)

    assert not any(PublicFiles().exists(name) for name in files)
    assert corner_of(image) == (241, 234, 222)
    after = client.get(page.get_url()).content.decode()
    assert before != after
    assert not any(name in after for name in files)
    assert 'alt="This picture was withdrawn."' in after


def test_withdrawing_twice_withdraws_once(now: datetime) -> None:
    given = consent(picture())
    first, second = StaffFactory(), StaffFactory()

    withdraw_consent(given, by=first, now=now)
    again = withdraw_consent(given, by=second, now=now + timedelta(hours=1))

    assert (again.withdrawn_at, again.withdrawn_by) == (now, first)
    assert ModelLogEntry.objects.filter(action="cms.withdraw_consent").count() == 1


def test_a_withdrawn_picture_takes_no_new_consent(now: datetime) -> None:
    image = picture()
    withdraw_consent(consent(image), by=StaffFactory(), now=now)

    with pytest.raises(ConsentRefused, match="it is not used again"):
        consent(image)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"uses": frozenset()}, "Say for which uses"),
        ({"on": date(2026, 6, 11)}, "when it was given, not before"),
        ({"until_on": TODAY}, "is over already"),
    ],
)
def test_a_consent_that_cannot_be_is_refused(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ConsentRefused, match=sentence):
        consent(picture(), **fields)


def test_when_a_consent_runs_out_the_picture_goes_and_a_new_one_brings_it_back(
    site_root: SiteRoot, now: datetime
) -> None:
    image = picture()
    far = now + timedelta(days=4000)
    consent(image, until_on=(far + timedelta(days=1)).date())
    page_with(image, site_root)

    assert withhold_pictures(now=far) == 0
    assert withhold_pictures(now=far + timedelta(days=1)) == 1
    assert withhold_pictures(now=far + timedelta(days=1)) == 0
    assert PlenaryImage.objects.get(pk=image.pk).is_withheld

    consent(image, now=far + timedelta(days=2))

    assert not PlenaryImage.objects.get(pk=image.pk).is_withheld
    assert corner_of(image)[0] > 150


def test_children_seen_later_in_a_picture_that_is_out_withhold_it(site_root: SiteRoot, now: datetime) -> None:
    image = picture()
    page_with(image, site_root)
    PlenaryImage.objects.filter(pk=image.pk).update(shows_children=True)
    picture(shows_children=True, title="In no page")

    assert withhold_pictures(now=now) == 1
    assert PlenaryImage.objects.get(pk=image.pk).is_withheld
