"""Tests that empty all tables leave the next one what the migrations left the first."""

from typing import Any

import pytest
from django.apps import apps

from cms.models import Theme
from tests.vocabularies import LISTS, seed_if_empty

pytestmark = pytest.mark.django_db


def rows() -> dict[str, list[dict[str, Any]]]:
    """Of every vocabulary, without keys: what points at another row says its code."""
    said = {}
    for name in LISTS:
        model = apps.get_model("cms", name)
        names = [f"{one.name}__code" if one.is_relation else one.name for one in model._meta.concrete_fields]
        said[name] = list(model.objects.order_by("code").values(*(one for one in names if one != model._meta.pk.name)))
    return said


def empty() -> None:
    for name in ("Country", "Article", "SubRegion", *LISTS):
        apps.get_model("cms", name).objects.all().delete()


def test_each_time_the_same_rows_come_back() -> None:
    migrated = rows()

    for _time in range(3):
        empty()
        assert not Theme.objects.exists()
        seed_if_empty()
        assert rows() == migrated

    assert min(len(found) for found in migrated.values()) > 1


def test_what_is_added_afterwards_has_a_key_of_its_own() -> None:
    for _time in range(2):
        empty()
        seed_if_empty()

    added = Theme.objects.create(code="kites", label={"en": "Kites", "prevails": "en"}, position=99)

    assert Theme.objects.filter(pk=added.pk).count() == 1
