"""Pictures that wait in the admin for their description."""

import io
from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import UploadedFile

from cms.actions import forget_uploads
from cms.models import PlenaryImage
from cms.storage import pictures as subject
from cms.storage import private_files
from cms.storage.waiting import has_waited_too_long
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.pictures import photograph

pytestmark = pytest.mark.django_db


def test_an_upload_that_waits_for_its_description_is_private(client: Client) -> None:
    """With place and camera still in it, and perhaps for ever."""
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    picture = SimpleUploadedFile("a.jpg", photograph(), content_type="image/jpeg")

    client.post("/admin/images/multiple/add/", {"title": "a", "files[]": picture, "collection": 1})

    waiting = UploadedFile.objects.get().file
    assert private_files().exists(waiting.name)
    assert not default_storage.exists(waiting.name)
    assert not PlenaryImage.objects.exists()


def test_an_upload_that_nobody_describes_is_forgotten_after_two_days(client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    picture = SimpleUploadedFile("a.jpg", photograph(), content_type="image/jpeg")
    client.post("/admin/images/multiple/add/", {"title": "a", "files[]": picture, "collection": 1})
    name, now = UploadedFile.objects.get().file.name, timezone.now()

    assert forget_uploads(now=now + timedelta(days=2)) == 0
    assert private_files().exists(name)
    assert forget_uploads(now=now + timedelta(days=4)) == 1
    assert not private_files().exists(name)
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "forgotten"),
    [
        ("wagtail_uploads/2026-06-08/a.jpg", False),
        ("wagtail_uploads/2026-06-07/a.jpg", True),
        ("wagtail_uploads/from-before.jpg", True),
    ],
)
def test_how_long_a_file_may_wait_is_in_its_name(now: datetime, name: str, *, forgotten: bool) -> None:
    assert has_waited_too_long(name, now=now) is forgotten


def test_a_picture_that_is_too_large_is_refused_on_its_form(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_PIXELS", 1)
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, format="PNG")
    picture = ContentFile(out.getvalue(), name="a.png")

    said = {"title": "a", "file": picture, "collection": 1, "alt_text_0": "A", "decorative": "on"}
    answer = client.post("/admin/images/add/", said)

    assert answer.status_code == 200
    assert "60 million pixels" in answer.content.decode()
