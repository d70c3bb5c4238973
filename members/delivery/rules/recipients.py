"""Who gets a mail, and what it says in each language."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass


class HeaderRefused(ValueError):
    """A line break or a control character where a mail's header would carry it: somebody else's header could follow."""


def must_fit_a_header(text: str) -> None:
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise HeaderRefused(f"A mail's header must be one line of printable text, not {text!r}.")


def ascii_address(address: str) -> str:
    """As every relay takes it: a domain of other scripts in its ASCII form (RFC 5890)."""
    local, _at, domain = address.rpartition("@")
    return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """What a dispatch says in one language. `[[name]]` and `[[stop]]` in a body become each reader's own."""

    subject: str
    text: str
    html: str = ""

    def __post_init__(self) -> None:
        must_fit_a_header(self.subject)

    @property
    def sha256(self) -> str:
        parts = (self.subject, self.text, self.html)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Recipient:
    address: str
    language: str = "en"
    user_id: int | None = None
    name: str = ""

    def __post_init__(self) -> None:
        must_fit_a_header(self.address)
        must_fit_a_header(self.name)
        local, at, domain = self.address.rpartition("@")
        if not (local and at and domain and local.isascii()) or any(character in self.address for character in " <>,;"):
            raise HeaderRefused(f"{self.address!r} is not an e-mail address.")

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()


def distinct(recipients: Iterable[Recipient]) -> Iterator[Recipient]:
    """Each address once, whatever its case; the first mention wins."""
    seen: set[str] = set()
    for recipient in recipients:
        if recipient.address.lower() not in seen:
            seen.add(recipient.address.lower())
            yield recipient


def language_for(wanted: str, available: Collection[str]) -> str:
    """The reader's language when the mail exists in it; else English; else the first there is."""
    if wanted in available:
        return wanted
    return "en" if "en" in available else min(available)
