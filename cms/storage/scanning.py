"""A look into every file before it is kept. What looks is chosen by settings.FILE_SCANNER, a dotted name."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.module_loading import import_string


class FileRefused(ValidationError):
    """The scanner does not want this file; a ValidationError, so that `scan` serves forms as a validator."""


def scan(file: File[bytes]) -> None:
    """Let the scanner look at the file; FileRefused, in words for the person who sends it, when it objects."""
    if not settings.FILE_SCANNER:
        return
    look: Callable[[File[bytes]], None] = import_string(settings.FILE_SCANNER)
    look(file)
    file.seek(0)
