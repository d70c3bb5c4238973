"""The papers of an agenda as members open them: one PDF each, the same text in every language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from cms.press import pressed

DATA = Path(__file__).parent / "data" / "papers.json"
NETWORK = "Kite"


def paper_file(title: dict[str, str]) -> ContentFile[bytes]:
    """Of the paper with this title, in each of its languages."""
    return ContentFile(content_of(json.dumps(title)), name="paper.pdf")


@cache
def content_of(title: str) -> bytes:
    """Set once, however many agendas it stands on."""
    titles: dict[str, str] = json.loads(title)
    written = texts()[titles["en"]]
    parts = [{"language": code, "title": said, **written[code]} for code, said in titles.items()]
    return pressed("papers", {"title": titles["en"], "network": NETWORK, "parts": parts}).content


@cache
def texts() -> dict[str, Any]:
    """What stands in each paper, by its English title and language."""
    found: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return found
