"""The token that stops one stream for one reader: 28 characters that nobody else can make (RFC 8058 §3).

One byte of version, one that tells the key, seven of the delivery's number, twelve of HMAC-SHA-256.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence

VERSION = 1
LENGTH = 28


class TokenRefused(ValueError):
    """Not a token of ours, or one that somebody changed."""


def _mac(head: bytes, *, key: bytes) -> bytes:
    return hmac.new(key, b"stop" + head, hashlib.sha256).digest()[:12]


def _hint(key: bytes) -> int:
    """Tells the keys of a ring apart, so that one can be taken out without renumbering the others."""
    return hashlib.sha256(key).digest()[0]


def signed_token(number: int, *, keys: Sequence[bytes]) -> str:
    """Signed by the newest key, which stands first in the ring."""
    head = bytes([VERSION, _hint(keys[0])]) + number.to_bytes(7, "big")
    return urlsafe_b64encode(head + _mac(head, key=keys[0])).decode()


def read_token(token: str, *, keys: Sequence[bytes]) -> int:
    """The number that the token names; TokenRefused when any bit of it is not ours."""
    if len(token) != LENGTH:
        raise TokenRefused(token)
    try:
        raw = urlsafe_b64decode(token.encode("ascii"))
    except (Error, ValueError) as error:
        raise TokenRefused(token) from error
    head, mac = raw[:9], raw[9:]
    candidates = [key for key in keys if head[:2] == bytes([VERSION, _hint(key)])]
    if not any(hmac.compare_digest(mac, _mac(head, key=key)) for key in candidates):
        raise TokenRefused(token)
    return int.from_bytes(head[2:], "big")
