"""Building the Kite network, part by part, on an empty database."""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

from cms.demo import (
    assembly,
    bulletin,
    decisions,
    groups,
    home,
    identity,
    library,
    network,
    pages,
    plan,
    second_factor,
    statutes,
    stories,
)
from cms.demo.network import Network
from search.actions import rebuild


@dataclass(frozen=True, kw_only=True)
class Part:
    says: str
    build: Callable[[Network], None]


PARTS = (
    Part(says="the network’s name", build=identity.build),
    Part(says="organisations and people", build=network.build),
    Part(says="the secretariat’s second factor", build=second_factor.build),
    Part(says="front pages", build=home.build),
    Part(says="news, events and pages", build=pages.build),
    Part(says="case studies", build=library.build),
    Part(says="publications, forms and pictures", build=stories.build),
    Part(says="working groups", build=groups.build),
    Part(says="statutes", build=statutes.build),
    Part(says="assemblies, votes and results", build=assembly.build),
    Part(says="decisions", build=decisions.build),
    Part(says="the strategic plan", build=plan.build),
    Part(says="bulletins", build=bulletin.build),
)


def marker() -> Path:
    """Written last, so that a build that was cut off is seen as none."""
    return Path(settings.VAR_DIR) / "demo.json"


def is_built() -> bool:
    return marker().exists()


def sign_in_password() -> str:
    return str(json.loads(marker().read_text())["password"])


def point_the_site_at(*, port: int) -> None:
    """Addresses in full, such as the API's, lead to where the demo is served this time."""
    Site.objects.filter(is_default_site=True).update(hostname="127.0.0.1", port=port)


def prepare_tables() -> Iterator[str]:
    for alias in connections:
        executor = MigrationExecutor(connections[alias])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield f"Making the tables of the database “{alias}”"
            call_command("migrate", database=alias, verbosity=0, interactive=False)


def build(*, now: datetime) -> Iterator[str]:
    """Says what it is about to do, then does it."""
    made = Network(now=now, password="-".join(secrets.token_hex(2) for _ in range(3)))
    for part in PARTS:
        yield f"Making {part.says}"
        with transaction.atomic():
            part.build(made)
    yield "Making the search index"
    rebuild(now=now)
    marker().write_text(json.dumps({"password": made.password}))
