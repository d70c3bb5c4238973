"""Interface and sentences exist in every language of the site: none missing, none fuzzy, no placeholder lost."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[2] / "cms" / "locale"
LANGUAGES = ("fr", "es")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w+\}")


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def named(message: Message) -> str:
    return forms(message.id)[0]


def said_otherwise(message: Message) -> bool:
    """Whether a translation has a placeholder that no form of the English has, or lacks one that all have."""
    english = [set(PLACEHOLDER.findall(form)) for form in forms(message.id)]
    there = [set(PLACEHOLDER.findall(form)) for form in forms(message.string)]
    may, must = set.union(*english), set.intersection(*english)
    return any(not must <= found <= may for found in there)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language: str) -> None:
    messages = [message for message in catalogue(language) if message.id]

    missing = [named(message) for message in messages if not all(forms(message.string)) or message.fuzzy]

    assert len(messages) > 1000
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_loses_a_placeholder(language: str) -> None:
    messages = [message for message in catalogue(language) if message.id]

    assert [named(message) for message in messages if said_otherwise(message)] == []
