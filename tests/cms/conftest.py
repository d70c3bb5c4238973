"""The vocabularies and the root of the collections are there for every test, also after one that emptied all tables."""

import pytest
from wagtail.models import Collection

from tests.vocabularies import seed_if_empty


@pytest.fixture(autouse=True)
def vocabularies(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("db")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    seed_if_empty()
