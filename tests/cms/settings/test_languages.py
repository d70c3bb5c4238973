"""The languages of the interface, and those that pages are written in besides."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from cms.languages import LANGUAGES
from cms.settings.content import INTERFACE_LANGUAGES
from cms.settings.languages import content_languages


def test_texts_and_interface_have_the_same_languages() -> None:
    assert tuple(code for code, _name in INTERFACE_LANGUAGES) == LANGUAGES
    assert settings.WAGTAILADMIN_PERMITTED_LANGUAGES == INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        (["en", "fr", "es"], ["en", "fr", "es"]),
        (["ar", "es", "sw"], ["en", "fr", "es", "ar", "sw"]),
        (["ar", "ar"], ["en", "fr", "es", "ar"]),
        ([], ["en", "fr", "es"]),
    ],
)
def test_the_interfaces_languages_come_first_and_are_always_there(named: list[str], codes: list[str]) -> None:
    assert [code for code, _name in content_languages(named, interface=INTERFACE_LANGUAGES)] == codes


def test_a_language_is_named_in_the_readers() -> None:
    name = dict(content_languages(["ar"], interface=INTERFACE_LANGUAGES))["ar"]

    with translation.override("fr"):
        assert str(name) == "Arabe"


@pytest.mark.parametrize("code", ["pt-br", "arabic", "xx", "zh"])
def test_what_is_no_language_stops_the_start_with_a_sentence(code: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"“{code}” is no language that we know"):
        content_languages([code], interface=INTERFACE_LANGUAGES)
