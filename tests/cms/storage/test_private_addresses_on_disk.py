"""An address of a private file on disk is a signed token that soon ends."""

import time

import pytest
from django.core import signing
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings

from cms.storage import private_files
from cms.storage.addresses import SALT

MINUTES = b"what was said behind closed doors"


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_disk(settings: Settings) -> None:
    settings.S3_ENDPOINT_URL = ""


def stored() -> str:
    return private_files().save("minutes/day.html", ContentFile(MINUTES))


def test_the_address_gives_the_file_to_be_saved_under_its_own_name(client: Client) -> None:
    address = private_files().address(stored(), filename="Procès-verbal.html")

    response = client.get(address)

    assert b"".join(response) == MINUTES
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Proc%C3%A8s-verbal.html"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_changed_address_leads_nowhere(client: Client) -> None:
    address = private_files().address(stored(), filename="day.html")

    response = client.get(address[:-3] + ("aa/" if address[-3:] != "aa/" else "bb/"))

    assert response.status_code == 404


def test_an_address_ends_after_its_seconds(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = private_files().address(stored(), filename="day.html", seconds=300)
    later = time.time() + 301
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    response = client.get(address)

    assert response.status_code == 404


def test_nobody_gives_themselves_more_time(client: Client) -> None:
    name = stored()
    forged = signing.dumps([name, "day.html", 10**9], key="a guess", salt=SALT)

    response = client.get(f"/files/{forged}/")

    assert response.status_code == 404


def test_the_address_of_a_deleted_file_leads_nowhere(client: Client) -> None:
    name = stored()
    address = private_files().address(name, filename="day.html")

    private_files().delete(name)

    assert client.get(address).status_code == 404


def test_a_private_file_is_not_among_the_public_ones(client: Client) -> None:
    name = stored()

    assert client.get(f"/files/public/{name}").status_code == 404
    assert client.get(f"/files/public/../private/{name}").status_code == 404
