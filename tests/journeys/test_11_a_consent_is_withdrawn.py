"""A picture of children stands in a page, on a cover, on a card and in the bulletin; its consent is withdrawn once."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import ImageConsent, PictureRefused, PlenaryImage, PublicationPage
from cms.storage import PublicFiles
from members.bulletin.actions import IssueRefused, approve_issue, send_issue
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.bulletin import complete_issue
from tests.factories.cms import standard_page, under
from tests.factories.organisations import delegate_of, member
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PAGES = ("/en/in-a-page/", "/en/on-a-cover/", "/en/on-a-card/", "/en/bulletin/7/")
PLACES = ("In a page", "On a cover", "On a card", "Bulletin 7: The assembly opens")
WITHDRAWN = "This picture was withdrawn."
Committing = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


@pytest.fixture
def given(site_root: SiteRoot, now: datetime) -> ImageConsent:
    """For one picture that readers see in four places."""
    image = picture(shows_children=True)
    allowed = consent(image)
    standard_page(site_root, title="In a page", slug="in-a-page", body=[("picture", {"image": image, "caption": ""})])
    cover = {"cover": image, "lede": "A guide.", "dated_on": date(2026, 6, 9)}
    under(site_root.home("en"), PublicationPage, title="On a cover", slug="on-a-cover", **cover)
    standard_page(site_root, title="On a card", slug="on-a-card", social_image=image)
    send_publicly(image, now=now)
    return allowed


def send_publicly(image: PlenaryImage, *, now: datetime) -> None:
    """In an issue of the bulletin whose archive everybody reads."""
    delegate_of(member())
    issue = complete_issue(number=7, is_public=True)
    issue.sections.update(picture=image)
    approve_issue(issue, by=StaffFactory(), now=now)
    send_issue(issue, now=now)


@pytest.fixture
def desk(given: ImageConsent) -> Client:
    """The secretariat's browser."""
    client = Client()
    sign_in_with_second_factor(client, StaffFactory())
    return client


def seen(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def files_in(html: str) -> set[str]:
    """Names of all pictures, in every size and kind, that a page shows or names; on a disk or on S3."""
    before = re.escape(PublicFiles().url("x").partition("?")[0].removesuffix("x"))
    return set(re.findall(before + r"([^\s\",?&]+)", html))


def test_a_withdrawal_reaches_every_place_at_once(
    client: Client, desk: Client, given: ImageConsent, django_capture_on_commit_callbacks: Committing
) -> None:
    before = {address: files_in(seen(client, address)) for address in PAGES}
    asked = desk.get(reverse("consent:withdraw", args=[given.key])).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        done = desk.post(reverse("consent:withdraw", args=[given.key]), follow=True).content.decode()

    after = {address: seen(client, address) for address in PAGES}
    old = set().union(*before.values())
    assert all(before.values())
    assert [place for place in PLACES if place not in asked] == []
    assert "a placeholder stands now" in done
    assert [name for name in old if PublicFiles().exists(name)] == []
    assert [address for address, html in after.items() if files_in(html) & old] == []
    assert [WITHDRAWN in after[address] for address in PAGES] == [True, True, True, False]


def test_what_readers_get_instead_is_there(client: Client, desk: Client, given: ImageConsent) -> None:
    """A placeholder where a picture stood; the archive, which is a list of news, goes without."""
    desk.post(reverse("consent:withdraw", args=[given.key]))

    shown = {address: files_in(seen(client, address)) for address in PAGES}

    assert [len(shown[address]) > 0 for address in PAGES] == [True, True, True, False]
    assert all(PublicFiles().exists(name) for names in shown.values() for name in names)


def test_what_was_withdrawn_is_taken_by_nothing_that_comes_later(
    site_root: SiteRoot, desk: Client, given: ImageConsent
) -> None:
    desk.post(reverse("consent:withdraw", args=[given.key]))
    later = complete_issue(number=8)
    later.sections.update(picture=given.image)

    listed = desk.get(reverse("consent:index")).content.decode()

    assert "Withheld: a placeholder is shown" in listed
    with pytest.raises(IssueRefused, match="The check list below is not complete yet"):
        approve_issue(later, by=StaffFactory(), now=timezone.now())
    with pytest.raises(PictureRefused, match="The consent for “At the market” was withdrawn"):
        standard_page(site_root, slug="later", body=[("picture", {"image": given.image, "caption": ""})])


def test_a_second_withdrawal_from_an_old_tab_changes_nothing(desk: Client, given: ImageConsent) -> None:
    desk.post(reverse("consent:withdraw", args=[given.key]))
    first = ImageConsent.objects.values_list("withdrawn_at", "withdrawn_by").get()

    again = desk.post(reverse("consent:withdraw", args=[given.key]), follow=True)

    assert again.status_code == 200
    assert ImageConsent.objects.values_list("withdrawn_at", "withdrawn_by").get() == first
