"""Pictures that wait in the admin for their description."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import UploadedFile

from cms.models import PlenaryImage
from cms.storage import pictures as subject
from cms.storage import private_files
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
