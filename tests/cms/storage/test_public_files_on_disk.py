"""Public files on disk are given out by Django itself, in the demo as in tests."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings

from cms.storage import PublicFiles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_disk(settings: Settings) -> None:
    settings.S3_ENDPOINT_URL = ""


def test_anybody_loads_a_public_file_and_keeps_it_for_ever(client: Client) -> None:
    name = PublicFiles().save("images/kite.svg", ContentFile(b"<svg/>"))

    response = client.get(PublicFiles().url(name))

    assert b"".join(response) == b"<svg/>"
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_what_was_uploaded_runs_nothing(client: Client) -> None:
    name = PublicFiles().save("images/kite.svg", ContentFile(b"<svg><script>alert(1)</script></svg>"))

    response = client.get(PublicFiles().url(name))
    response.close()

    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_there_is_no_list_of_files(client: Client) -> None:
    PublicFiles().save("images/kite.svg", ContentFile(b"<svg/>"))

    assert client.get("/files/public/images/", follow=True).status_code == 404
