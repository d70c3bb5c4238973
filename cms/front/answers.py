"""An answer that is kept: its body in each encoding that was asked for, its tags, its headers."""

import gzip
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import brotli

Header = tuple[str, str]
StartResponse = Callable[..., Any]
Environ = dict[str, Any]

# Shared caches would add their own time to the second in which a change is seen everywhere.
CACHE_CONTROL = ("Cache-Control", "public, max-age=0, must-revalidate")
VARY = ("Vary", "Accept-Encoding, Cookie")
REPLACED = {
    "cache-control", "content-encoding", "content-length", "date", "etag", "expires", "last-modified", "set-cookie",
    "vary",
}  # fmt: skip
SMALLEST = 200
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@dataclass(frozen=True, slots=True)
class Variant:
    """The answer in one encoding, ready to be sent."""

    body: list[bytes]
    headers: list[Header]
    tag: str
    not_modified: list[Header]


@dataclass(slots=True)
class Answer:
    status: str
    headers: Sequence[Header]
    body: bytes
    variants: dict[str, Variant] = field(default_factory=dict)

    def send(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        accepted = environ.get("HTTP_ACCEPT_ENCODING")
        variant = self.variant(best_encoding(accepted) if accepted else "")
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if asked and self.is_complete and (variant.tag in asked or asked.strip() == "*"):
            start_response("304 Not Modified", variant.not_modified)
            return ()
        start_response(self.status, variant.headers)
        return () if environ["REQUEST_METHOD"] == "HEAD" else variant.body

    @property
    def is_complete(self) -> bool:
        return self.status.startswith("200")

    @property
    def size(self) -> int:
        return sum(len(variant.body[0]) for variant in self.variants.values()) + len(self.body) + 1_500

    def variant(self, encoding: str) -> Variant:
        """Made on first demand; two threads at once make the same."""
        found = self.variants.get(encoding)
        if found is None:
            found = self.variants[encoding] = self._made(encoding)
        return found

    def _made(self, encoding: str) -> Variant:
        if len(self.body) < SMALLEST:
            encoding = ""
        body = COMPRESS[encoding](self.body) if encoding else self.body
        digest = blake2b(self.body, digest_size=12).hexdigest()
        tag = f'"{digest}-{encoding}"' if encoding else f'"{digest}"'
        kept = [(name, value) for name, value in self.headers if name.lower() not in REPLACED]
        tagged = [("ETag", tag)] if self.is_complete else []
        whole = [*kept, CACHE_CONTROL, VARY, *tagged, ("Content-Length", str(len(body)))]
        if encoding:
            whole.append(("Content-Encoding", encoding))
        policy = [(name, value) for name, value in kept if name.lower().startswith("content-security-policy")]
        return Variant(body=[body], headers=whole, tag=tag, not_modified=[CACHE_CONTROL, VARY, *tagged, *policy])


@lru_cache(maxsize=256)
def best_encoding(accepted: str) -> str:
    """br before gzip before none, as RFC 9110 §12.5.3 reads the header."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    for encoding in COMPRESS:
        if weights.get(encoding, weights.get("*", 0.0)) > 0:
            return encoding
    return ""


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
