"""From a file to its paper, within limits. Each refusal is a sentence for the person who brought the file."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from cms.papers import Kind, Paper, Unreadable, read_paper
from cms.papers.limits import MOST_BYTES


class FileRefused(Exception):
    """The file cannot be read as a case study."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file's name, what was read in it, and the SHA-256 of its bytes."""

    name: str
    paper: Paper
    sha256: str

    @classmethod
    def known(cls, *, name: str, sha256: str) -> "Source":
        """A file that was read before; its lines are kept elsewhere."""
        return cls(name=name, paper=Paper(name=name, kind=Kind.TEXT, lines=()), sha256=sha256)


def read_file(path: Path) -> Source:
    """Raises FileRefused for a file that is missing, or that cannot be read."""
    if not path.is_file():
        raise FileRefused(_("There is no file at this path."))
    with path.open("rb") as file:
        return source_of(file.read(MOST_BYTES + 1), name=path.name)


def source_of(content: bytes, *, name: str) -> Source:
    """Raises FileRefused with the sentence of the reading room."""
    try:
        paper = read_paper(content, name=name)
    except Unreadable as refusal:
        raise FileRefused(str(refusal)) from refusal
    return Source(name=name, paper=paper, sha256=hashlib.sha256(content).hexdigest())
