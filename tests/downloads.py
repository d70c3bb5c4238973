"""Following a private file's short-lived address to wherever files live in this run: our own disk, or S3."""

import urllib.request
from dataclasses import dataclass

from django.test import Client


@dataclass(frozen=True, kw_only=True)
class Downloaded:
    content: bytes
    disposition: str


def download(client: Client, address: str) -> Downloaded:
    """Asks for the address, which must lead on, and reads what it leads to."""
    led_to = client.get(address)
    assert led_to.status_code == 302
    if led_to["Location"].startswith("http"):
        with urllib.request.urlopen(led_to["Location"], timeout=10) as answer:
            return Downloaded(content=answer.read(), disposition=answer.headers["Content-Disposition"])
    file = client.get(led_to["Location"])
    return Downloaded(content=file.getvalue(), disposition=file["Content-Disposition"])
