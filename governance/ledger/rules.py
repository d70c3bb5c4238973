"""The chain: canonical JSON (RFC 8785, without floats), hashes and fingerprints, as the ballot protocol has them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

LARGEST = 2**53 - 1
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NOTHING_BEFORE = "A" * 43
"""What the first entry names as the one before it: 32 zero bytes."""


class NotCanonical(ValueError):
    """A value that has no single written form, and so cannot be hashed."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry as it is hashed. `at` has a time zone; fractions of a second are not written."""

    n: int
    at: datetime
    kind: str
    body: Mapping[str, Any]
    previous: str
    hash: str = ""


@dataclass(frozen=True, kw_only=True)
class Broken:
    n: int
    reason: str


def canonical(value: Any) -> bytes:
    """RFC 8785 over strings, integers within ±(2^53−1), lists and objects with ASCII keys; NotCanonical otherwise."""
    _refuse_the_ambiguous(value)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("half of a surrogate pair") from error


def _refuse_the_ambiguous(value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, str | int | list | tuple | Mapping):
        raise NotCanonical(f"{type(value).__name__} has no canonical form here")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise NotCanonical("an integer beyond 2^53−1")
    if isinstance(value, Mapping):
        _refuse_strange_keys(value)
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            _refuse_the_ambiguous(item)


def _refuse_strange_keys(value: Mapping[Any, Any]) -> None:
    for key in value:
        if not (isinstance(key, str) and key.isascii()):
            raise NotCanonical(f"the key {key!r} is not ASCII text")


def tagged_hash(tag: str, data: bytes) -> bytes:
    """H(tag, x) of the ballot protocol: SHA-256 over `plenary/` tag `/v1` 00 x."""
    return hashlib.sha256(b"plenary/" + tag.encode() + b"/v1\x00" + data).digest()


def b64(data: bytes) -> str:
    """base64url without padding (RFC 4648, section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def code_of(digest: bytes) -> str:
    """The first 60 bits in Crockford's base32, as three dashed groups of four."""
    bits = int.from_bytes(digest[:8], "big") >> 4
    letters = "".join(CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def fingerprint(hash_text: str) -> str:
    """The code of a hash that is written as base64url."""
    return code_of(base64.urlsafe_b64decode(hash_text + "="))


def hash_of(line: Line) -> str:
    """Over the line without its own hash, which is what the next line names as `prev`."""
    written = {
        "n": line.n,
        "prev": line.previous,
        "time": line.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "kind": line.kind,
        "body": line.body,
    }
    return b64(tagged_hash("ledger", canonical(written)))


def first_broken(lines: Iterable[Line]) -> Broken | None:
    """The first line, in the order given, that does not follow from the one before it; None when all do."""
    previous = NOTHING_BEFORE
    for expected, line in enumerate(lines):
        if line.n != expected:
            return Broken(n=expected, reason="is missing")
        if line.previous != previous:
            return Broken(n=line.n, reason="does not name the entry before it")
        if _hash_or_nothing(line) != line.hash:
            return Broken(n=line.n, reason="was changed: its content and its fingerprint differ")
        previous = line.hash
    return None


def _hash_or_nothing(line: Line) -> str:
    try:
        return hash_of(line)
    except NotCanonical:
        return ""
