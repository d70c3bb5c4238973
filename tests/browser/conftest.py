"""The demo network, as far as the browser walks through it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from cms.demo import assembly, groups, home, identity, library, network, pages, plan, statutes
from cms.demo.network import Network
from cms.models import Theme
from search.actions import rebuild


@pytest.fixture
def kite(live_server: LiveServer) -> Network:
    """The parts of the demo network that are walked here, and their search index."""
    if not Theme.objects.exists():
        import_module("cms.migrations.0002_vocabularies").seed(apps, None)
    made = Network(now=timezone.now(), password="walk-with-a-kite")
    for part in (network, identity, home, pages, library, groups, statutes, assembly, plan):
        part.build(made)
    rebuild(now=made.now)
    return made
