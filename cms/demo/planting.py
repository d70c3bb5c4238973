"""Putting pages into the demo's tree: one a language, joined by their translation key."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.text import slugify
from wagtail.models import Page

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
        page.slug = said.get("slugs", {}).get(language) or said.get("slug") or slug_of(page, first=made)
        page.first_published_at = page.last_published_at = at
        page.translation_key = next(iter(made.values())).translation_key if made else page.translation_key
        made[language] = parents[language].add_child(instance=page)
    return made


def slug_of(page: Page, *, first: dict[str, Any]) -> str:
    """Of its title; of the first language's, where the title has no letter that an address takes."""
    return slugify(page.title)[:80].strip("-") or str(next(iter(first.values())).slug)


def spoken(said: Mapping[str, Any]) -> Iterator[str]:
    return (code for code, _name in settings.LANGUAGES if code in said)
