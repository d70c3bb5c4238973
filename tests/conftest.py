"""What every test stands on. The fixtures are told apart by subject in the modules named below."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.utils import timezone, translation
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.flushing", "tests.services", "tests.site", "tests.mailbox", "tests.browser.chromium"]
BOTH_DATABASES = ["default", "box"]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client"}

# How long an example takes says more about the machine than about the law.
hypothesis_settings.register_profile("house", deadline=None, print_blob=True)
# For a run that only asks whether the tests can run at all (tests/habits/test_rules.py).
hypothesis_settings.register_profile("few", deadline=None, max_examples=5)
hypothesis_settings.load_profile("house")


@pytest.fixture
def now() -> datetime:
    """A Wednesday at noon: the one moment that tests stand at unless they say otherwise."""
    return datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_english() -> None:
    """A request leaves its language and its reader's zone active behind it; no test begins with another's."""
    translation.activate("en")
    timezone.deactivate()


@pytest.fixture(autouse=True)
def fresh_cache() -> Iterator[None]:
    """No test reads what another one left in the cache. With a real Redis this empties the database it was given."""
    yield
    cache.clear()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Both databases for all, and the tests that empty the tables last: what migrations put there is gone after them.

    pytest-django sorts so too, but pytest-randomly shuffles after it.
    """
    for item in items:
        allow_both_databases(item)
    items.sort(key=empties_the_tables)


def allow_both_databases(item: pytest.Item) -> None:
    """A test that may touch a database may touch both: the box is one of its own from the first migration on."""
    marker = item.get_closest_marker("django_db")
    if marker is not None and "databases" not in marker.kwargs:
        both = pytest.mark.django_db(*marker.args, **{**marker.kwargs, "databases": BOTH_DATABASES})
        item.add_marker(both, append=False)
    elif marker is None and DATABASE_FIXTURES & fixtures_of(item):
        item.add_marker(pytest.mark.django_db(databases=BOTH_DATABASES))


def empties_the_tables(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = marker is not None and bool(marker.kwargs.get("transaction"))
    return asked or bool({"transactional_db", "live_server"} & fixtures_of(item))


def fixtures_of(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))
