"""Whoever says that children can be seen in a picture is led to the consent for it."""

import gc
from collections.abc import Iterable, Iterator

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, UploadedFile

from cms.actions import withdraw_consent
from cms.models import PlenaryImage
from cms.rules.consent import Use
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.pictures import NOW, consent, photograph, picture
from tests.site import SiteRoot

# Wagtail's form draws the picture as it is and leaves that file for Python to close.
LEFT_OPEN = "ignore:Exception ignored in. <_io.FileIO:pytest.PytestUnraisableExceptionWarning"
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(LEFT_OPEN)]
WARNING = "Children can be seen in “Well”, and no consent covers the site."


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Now, so that no later test is blamed for it."""
    yield
    gc.collect()


@pytest.fixture
def desk(client: Client, site_root: SiteRoot) -> Client:
    sign_in_with_second_factor(client, StaffFactory())
    return client


def said(*, prefix: str = "", shows_children: bool = True) -> dict[str, str]:
    fields = {"title": "Well", "alt_text_en": "A well.", "collection": str(PlenaryImage.objects.get().collection_id)}
    fields |= {"shows_children": "on"} if shows_children else {}
    return {f"{prefix}{name}": value for name, value in fields.items()}


def saved(client: Client, image: PlenaryImage, *, shows_children: bool = True) -> list[str]:
    response = client.post(reverse("wagtailimages:edit", args=[image.pk]), said(shows_children=shows_children))
    assert response.status_code == 302
    return told(get_messages(response.wsgi_request))


def told(messages: Iterable[object]) -> list[str]:
    return [str(message) for message in messages if "Children can be seen" in str(message)]


def test_saving_leads_to_the_form_for_the_consent(desk: Client) -> None:
    image = picture()

    (message,) = saved(desk, image)

    assert WARNING in message
    assert f'href="{reverse("consent:picture", args=[image.pk])}"' in message
    assert "Record a consent" in message


def test_a_picture_without_children_or_with_consent_says_nothing(desk: Client) -> None:
    image = picture()

    without_children = saved(desk, image, shows_children=False)
    consent(image, uses=frozenset({Use.SITE}))

    assert without_children == saved(desk, image) == []


def test_a_picture_that_was_uploaded_with_others_leads_there_on_the_next_page(desk: Client) -> None:
    image = picture()
    prefix = f"image-{image.pk}-"

    answer = desk.post(reverse("wagtailimages:edit_multiple", args=[image.pk]), said(prefix=prefix))
    page = desk.get(reverse("wagtailimages:index")).content.decode()

    assert answer.json()["success"] is True
    assert WARNING in page
    assert reverse("consent:picture", args=[image.pk]) in page


def test_a_new_picture_leads_there_as_soon_as_it_is_described(desk: Client) -> None:
    picture()
    file = SimpleUploadedFile("well.jpg", photograph(), content_type="image/jpeg")
    desk.post(reverse("wagtailimages:add_multiple"), {"title": "Well", "files[]": file, "collection": 1})
    upload = PlenaryImage.objects.count()
    waiting = UploadedFile.objects.get()
    way = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])

    answer = desk.post(way, said(prefix=f"uploaded-image-{waiting.pk}-"))

    assert answer.json()["success"] is True
    assert PlenaryImage.objects.count() == upload + 1
    assert WARNING in desk.get(reverse("wagtailimages:index")).content.decode()


def test_somebody_who_manages_no_consents_is_told_whom_to_ask(client: Client, site_root: SiteRoot) -> None:
    image, person = picture(), editor()
    group = person.groups.get()
    change = Permission.objects.get(codename="change_image")
    GroupCollectionPermission.objects.create(group=group, collection=image.collection, permission=change)
    sign_in_with_second_factor(client, person)

    assert saved(client, image) == [f"{WARNING} Ask those who manage consents to record it."]

    consent(image, by="Amara of the form", uses=frozenset(Use) - {Use.PRINT})
    form = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert "Agreed for: The public site and the content API, Cards on social networks, The bulletin." in form
    assert "Amara of the form" not in form


def test_its_form_shows_the_consents_and_their_state(desk: Client) -> None:
    image = picture(title="Well")
    given = consent(image, by="Amara of the form")
    address = reverse("wagtailimages:edit", args=[image.pk])

    holding = desk.get(address).content.decode()
    withdraw_consent(given, by=StaffFactory(), now=NOW)
    withdrawn = desk.get(address).content.decode()

    assert "Amara of the form" in holding
    assert "<td>holds</td>" in holding
    assert "The consent for “Well” was withdrawn." in withdrawn
    assert "Agreed for" not in withdrawn


def test_its_form_says_that_none_is_recorded(desk: Client) -> None:
    wanting, none = picture(title="Well", shows_children=True), picture()

    page = desk.get(reverse("wagtailimages:edit", args=[wanting.pk])).content.decode()
    other = desk.get(reverse("wagtailimages:edit", args=[none.pk])).content.decode()

    assert "“Well” shows children, and no consent is recorded for it." in page
    assert f'href="{reverse("consent:picture", args=[wanting.pk])}"' in page
    assert 'id="consents"' not in other
