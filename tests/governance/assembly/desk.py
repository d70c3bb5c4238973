"""How the tests of the secretariat's desk ask and read."""

from datetime import UTC, datetime

from django.test import Client
from django.urls import reverse

from tests.factories.assembly import Meeting

LOST_NOTHING = "Something has to be changed. Nothing that you wrote is lost."


def today() -> datetime:
    return datetime.now(UTC)


def at(meeting: Meeting, screen: str, *more: object) -> str:
    return reverse(f"assembly_desk:{screen}", args=[meeting.assembly.pk, *more])


def send(client: Client, address: str, **typed: object) -> str:
    return " ".join(client.post(address, typed, follow=True).content.decode().split())


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def said(name: str, words: str) -> dict[str, str]:
    return {f"{name}_en": words, f"{name}_fr": "", f"{name}_es": ""}
