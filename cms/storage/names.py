"""Names that say what is inside: the SHA-256 of the content, and the ending that browsers expect."""

from __future__ import annotations

import re
import secrets
from hashlib import sha256
from pathlib import PurePosixPath

from django.core.files import File

ENDING = re.compile(r"^\.[a-z0-9]{1,10}$")


def content_name(content: bytes | File[bytes], *, like: str = "") -> str:
    """SHA-256 of the content in hexadecimal, with the ending of `like` in small letters: `3a7b….pdf`."""
    return digest(content) + ending(like)


def digest(content: bytes | File[bytes]) -> str:
    """SHA-256 in hexadecimal; a file is read in chunks and left at its beginning."""
    if isinstance(content, bytes):
        return sha256(content).hexdigest()
    total = sha256()
    for chunk in content.chunks():
        total.update(chunk if isinstance(chunk, bytes) else str(chunk).encode())
    content.seek(0)
    return total.hexdigest()


def ending(name: str) -> str:
    """The last suffix in small letters, or nothing when it is not a plain one."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if ENDING.match(suffix) else ""


def shelf_name(wanted: str, *, content: File[bytes]) -> str:
    """Where a new file goes: the wanted folder, a folder of its own, the name by content."""
    folder = PurePosixPath(wanted.replace("\\", "/")).parent
    return str(folder / secrets.token_hex(4) / content_name(content, like=wanted))
