"""Tests that empty all tables leave the next one what the migrations left the first."""

from typing import Any

import pytest

from cms.models import Theme
from search.models import VocabularyEdition
from tests.vocabularies import VOCABULARIES, seed_if_empty

pytestmark = pytest.mark.django_db


def rows() -> dict[str, list[dict[str, Any]]]:
    """Of every vocabulary, without keys: what points at another row says its code."""
    said = {}
    for model in VOCABULARIES:
        names = [f"{one.name}__code" if one.is_relation else one.name for one in model._meta.concrete_fields]
        told = model._default_manager.order_by("code").values(*(name for name in names if name != "id"))
        said[model.__name__] = list(told)
    return said


def empty() -> None:
    for model in reversed(VOCABULARIES):
        model._default_manager.all().delete()


def test_each_time_the_same_rows_come_back() -> None:
    migrated = rows()

    for _time in range(3):
        empty()
        assert not Theme.objects.exists()
        seed_if_empty()
        assert rows() == migrated

    assert min(len(found) for found in migrated.values()) > 1


def test_whoever_remembers_words_is_told_that_they_came_back() -> None:
    for _time in range(2):
        empty()
        VocabularyEdition.objects.all().delete()
        seed_if_empty()

        assert VocabularyEdition.current() is not None


def test_what_is_added_afterwards_has_a_key_of_its_own() -> None:
    for _time in range(2):
        empty()
        seed_if_empty()

    added = Theme.objects.create(code="kites", label={"en": "Kites", "prevails": "en"}, position=99)

    assert Theme.objects.filter(pk=added.pk).count() == 1
