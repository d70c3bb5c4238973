"""Putting pages into the demo's tree: one a language, joined by their translation key."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

from cms.languages import LANGUAGES
from home.models import HomePage

DATA = Path(__file__).parent / "data"


def content(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def homes() -> dict[str, HomePage]:
    return {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}


def plant(
    parents: dict[str, Any], said: dict[str, Any], make: Callable[[Any], Page], *, at: datetime
) -> dict[str, Any]:
    """One published page in each language that `said` has, under that language's parent; `make` fills it."""
    made: dict[str, Any] = {}
    for language in spoken(said):
        page = make(said[language])
        page.locale = parents[language].locale
        page.slug = said.get("slug") or said.get("slugs", {}).get(language) or slugify(page.title)[:80].strip("-")
        page.first_published_at = page.last_published_at = at
        page.translation_key = next(iter(made.values())).translation_key if made else page.translation_key
        made[language] = parents[language].add_child(instance=page)
    return made


def spoken(said: dict[str, Any]) -> Iterator[str]:
    return (language for language in LANGUAGES if language in said)
