"""From a file to its text, within limits. Each refusal is a sentence for the person who brought the file."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

LIMIT = 2 * 1024 * 1024
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class FileRefused(Exception):
    """The file cannot be read as a case study."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file's name, its text, and the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str


def read_file(path: Path) -> Source:
    """Raises FileRefused for a file that is missing, empty, over two megabytes, or not text."""
    if not path.is_file():
        raise FileRefused(_("There is no file at this path."))
    if path.stat().st_size > LIMIT:
        raise FileRefused(_("The file is over 2 MB. A case study of the series is a few pages; cut the file first."))
    content = path.read_bytes()
    return Source(name=path.name, text=decoded(content), sha256=hashlib.sha256(content).hexdigest())


def decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(
            _("This is not readable text. Save it as plain text in UTF-8 and import that; nothing was changed.")
        ) from error
    if "\0" in text:
        raise FileRefused(_("This looks like a program or an office file, not like text. Save it as plain text first."))
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise FileRefused(_("The file is empty."))
    return text
