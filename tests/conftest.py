"""What every test stands on. The fixtures are told apart by subject in the modules named below."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.flushing", "tests.services", "tests.site", "tests.mailbox", "tests.browser.chromium"]
BOTH_DATABASES = ["default", "box"]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client"}

# How long an example takes says more about the machine than about the law.
hypothesis_settings.register_profile("house", deadline=None, print_blob=True)
hypothesis_settings.load_profile("house")


@pytest.fixture
def now() -> datetime:
    """A Wednesday at noon: the one moment that tests stand at unless they say otherwise."""
    return datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def fresh_cache() -> Iterator[None]:
    """No test reads what another one left in the cache. With a real Redis this empties the database it was given."""
    yield
    cache.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that may touch a database may touch both: the box is one of its own from the first migration on."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None and "databases" not in marker.kwargs:
            both = pytest.mark.django_db(*marker.args, **{**marker.kwargs, "databases": BOTH_DATABASES})
            item.add_marker(both, append=False)
        elif marker is None and DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db(databases=BOTH_DATABASES))
