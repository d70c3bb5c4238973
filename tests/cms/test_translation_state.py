"""The state of every translation, and the word that it still holds."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from cms.actions import TranslationRefused, confirm_translation
from cms.models import TranslationCheck
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.translations import FIRST, original_and_french, published, states
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def test_a_row_says_what_is_there_in_every_content_language(site_root: SiteRoot) -> None:
    english, french = original_and_french(site_root, days_behind=2)
    standard_page(site_root, language="es", slug="about", translation_key=english.translation_key).unpublish()

    found = states(french, StaffFactory())

    assert found == {"en": "original", "fr": "behind", "es": "draft", "ar": "missing"}


def test_a_translation_published_after_its_original_is_current(site_root: SiteRoot) -> None:
    english, _french = original_and_french(site_root, days_behind=-1)

    assert states(english, StaffFactory())["fr"] == "current"


def test_a_word_covers_one_publication_and_not_the_next(site_root: SiteRoot, now: datetime) -> None:
    english, french = original_and_french(site_root, days_behind=2)
    staff = StaffFactory()

    confirm_translation(french, of=english.last_published_at, by=staff, now=now)
    said = states(french, staff)["fr"]
    published(english, FIRST + timedelta(days=3))

    assert (said, states(french, staff)["fr"]) == ("current", "behind")


def test_to_say_it_twice_is_to_say_it_once(site_root: SiteRoot, now: datetime) -> None:
    english, french = original_and_french(site_root, days_behind=2)
    staff = StaffFactory()

    words = [confirm_translation(french, of=english.last_published_at, by=staff, now=now) for _ in range(2)]

    assert words[0] == words[1] == TranslationCheck.objects.get()
    assert (words[0].checked_by, words[0].checked_at) == (staff, now)
    assert str(words[0]) == "À propos de about · 2026-05-03"
    assert PageLogEntry.objects.filter(page=french.pk, action="cms.confirm_translation").count() == 1


def test_what_was_published_since_one_looked_is_not_called_right(site_root: SiteRoot, now: datetime) -> None:
    _english, french = original_and_french(site_root, days_behind=2)

    for looked_at in (FIRST, None):
        with pytest.raises(TranslationRefused) as refusal:
            confirm_translation(french, of=looked_at, by=StaffFactory(), now=now)

    assert refusal.value.message == "The original was published again after you looked. Read it, then say it again."
    assert TranslationCheck.objects.count() == 0


def test_the_original_is_compared_with_nothing(site_root: SiteRoot, now: datetime) -> None:
    english, _french = original_and_french(site_root)

    with pytest.raises(TranslationRefused, match="This page is the original"):
        confirm_translation(english, of=english.last_published_at, by=StaffFactory(), now=now)


def test_a_deleted_translation_takes_its_words_with_it(site_root: SiteRoot, now: datetime) -> None:
    english, french = original_and_french(site_root, days_behind=2)
    confirm_translation(french, of=english.last_published_at, by=StaffFactory(), now=now)

    french.delete()

    assert TranslationCheck.objects.count() == 0
    assert states(english, StaffFactory())["fr"] == "missing"


def test_pages_of_a_language_that_was_dropped_are_still_shown(site_root: SiteRoot, settings: Any) -> None:
    english, _french = original_and_french(site_root)
    settings.LANGUAGES = [("en", "English"), ("es", "Spanish")]

    assert states(english, StaffFactory()) == {"en": "original", "es": "missing", "fr": "current"}
