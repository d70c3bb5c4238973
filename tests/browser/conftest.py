"""The demo network, as far as the browser walks through it: built once a run, put back whole for each test."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Collection

from cms.demo import assembly, groups, home, identity, library, network, pages, plan, statutes, stories
from cms.demo.network import Network
from search.actions import rebuild
from tests.browser.keeping import Kept, empty, keep, put_back
from tests.browser.kinds import errors_have_addresses, hang_every_state
from tests.vocabularies import seed_if_empty

PARTS = (network, identity, home, pages, library, groups, statutes, assembly, plan)


@pytest.fixture(scope="session")
def built(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, flush_around_triggers: None, buckets: None
) -> tuple[Network, Kept]:
    """The network's people and organisations, and the rows of both databases; the databases are left empty."""
    with django_db_blocker.unblock():
        empty()
        seed_if_empty()
        made = Network(now=timezone.now(), password="walk-with-a-kite")
        for part in PARTS:
            part.build(made)
        kept = keep()
        empty()
        cache.clear()
    return made, kept


@pytest.fixture
def kite(built: tuple[Network, Kept], live_server: LiveServer) -> Network:
    """The parts of the demo network that are walked here, and their search index."""
    made, kept = built
    put_back(kept)
    rebuild(now=made.now)
    return made


@pytest.fixture
def told(kite: Network) -> Network:
    """With the demo's form and its pages for children; the tests' database has no root for their files."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    stories.build(kite)
    return kite


@pytest.fixture
def shown(told: Network, settings: Settings) -> Network:
    """With a picture in every state of its consents, and an address for each error: what strangers can come to see."""
    hang_every_state(told)
    errors_have_addresses(settings)
    return told
