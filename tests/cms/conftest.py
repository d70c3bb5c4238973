"""The vocabularies and the root of the collections are there for every test, also after one that emptied all tables."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Collection

from cms.models import Theme


@pytest.fixture(autouse=True)
def vocabularies(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("db")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if not Theme.objects.exists():
        import_module("cms.migrations.0002_vocabularies").seed(apps, None)
