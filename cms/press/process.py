"""Setting in a process of its own: whatever the data do to the compiler, they do it there, within limits."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from cms.press import limits

HOUSE = Path(__file__).resolve().parents[2]
PROGRAM = "cms.press.child"


class PressRefused(Exception):
    """This cannot be set as a paper; says so, and what to do instead."""

    def __init__(self) -> None:
        super().__init__(gettext("This could not be set as a PDF. Print the page itself: it has a form of its own."))


@dataclass(frozen=True, kw_only=True)
class Printed:
    content: bytes
    sheets: int


def pressed(layout: str, data: Mapping[str, Any]) -> Printed:
    """Raises PressRefused when there is too much of it, when it takes too long, and when the compiler refuses it."""
    given = json.dumps(data, ensure_ascii=False)
    if len(given) > limits.MOST_CHARACTERS:
        raise PressRefused
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-E", "-s", "-m", PROGRAM, layout],
            input=given.encode(),
            capture_output=True,
            cwd=HOUSE,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            timeout=limits.MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PressRefused from error
    sheets = done.stderr.decode(errors="replace").rpartition("\n")[2]
    if done.returncode or not done.stdout.startswith(b"%PDF-") or not sheets.isdigit():
        raise PressRefused
    return Printed(content=done.stdout, sheets=int(sheets))
