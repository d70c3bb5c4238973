"""An address of a private file in a bucket is signed by the S3 protocol; only a real server can refuse one."""

from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

import pytest
import urllib3
from django.conf import settings
from django.core.files.base import ContentFile

from cms.storage import private_files
from cms.storage.addresses import presigned_address
from cms.storage.files import PublicFiles
from cms.storage.shelves import client_of
from tests.services import Services

MINUTES = b"what was said behind closed doors"


@pytest.fixture(autouse=True)
def on_s3(real_services: Services) -> None:
    if not real_services.files:
        pytest.skip("needs a real S3 server: set S3_ENDPOINT_URL (make services)")


def fetch(address: str) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", address, retries=False)


def stored() -> str:
    return private_files().save("minutes/day.txt", ContentFile(MINUTES))


def test_the_address_gives_the_file_to_be_saved_under_its_own_name() -> None:
    response = fetch(private_files().address(stored(), filename="Minutes of the day.txt"))

    assert response.status == HTTPStatus.OK
    assert response.data == MINUTES
    assert response.headers["Content-Disposition"] == 'attachment; filename="Minutes of the day.txt"'


def test_without_a_signature_the_file_is_refused() -> None:
    address = urlsplit(private_files().address(stored(), filename="day.txt"))

    response = fetch(urlunsplit(address._replace(query="")))

    assert response.status == HTTPStatus.FORBIDDEN


def test_a_signature_for_one_file_opens_no_other() -> None:
    address = private_files().address(stored(), filename="day.txt")
    first, second = urlsplit(address).path, "/plenary-test-private/" + stored()

    response = fetch(address.replace(first, second))

    assert response.status == HTTPStatus.FORBIDDEN


def test_an_address_ends_after_its_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    name = stored()
    past = "20200101T000000Z"
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: datetime(2020, 1, 1, tzinfo=UTC))

    address = private_files().address(name, filename="day.txt")

    assert past in address
    assert fetch(address).status == HTTPStatus.FORBIDDEN


def test_who_has_another_secret_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = client_of(settings.S3_ENDPOINT_URL, settings.S3_ACCESS_KEY, secret="a guess", region="us-east-1")
    monkeypatch.setattr("cms.storage.addresses.s3_client", lambda: stranger)

    address = presigned_address(settings.S3_PRIVATE_BUCKET, stored(), filename="day.txt", seconds=60)

    assert fetch(address).status == HTTPStatus.FORBIDDEN


def test_a_public_file_needs_no_signature() -> None:
    name = PublicFiles().save("images/kite.txt", ContentFile(b"a kite"))

    response = fetch(PublicFiles().url(name))

    assert response.data == b"a kite"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
