"""The vocabularies as the migrations seed them, put back after a test that emptied all tables."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from cms.models import Theme

SEEDS = ("0002_vocabularies", "0010_say_un_regions")
# What others point at comes first.
LISTS = (
    "Region", "SubRegion", "Country", "Cluster", "Article", "Instrument", "ReportingStage", "ActionKind", "Target",
    "ChildGroup", "Outcome", "Theme", "OrganisationType", "Participation",
)  # fmt: skip
kept: list[list[Any]] = []


def seed_if_empty() -> None:
    """Word for word the first time; afterwards the rows that came of it, which is quicker by seconds a test."""
    if Theme.objects.exists():
        return
    if kept:
        put_back()
        return
    for name in SEEDS:
        import_module(f"cms.migrations.{name}").seed(apps, None)
    kept.extend(list(apps.get_model("cms", name).objects.all()) for name in LISTS)


def put_back() -> None:
    """With the keys that they had, and sequences that go on behind them."""
    for rows in kept:
        type(rows[0]).objects.bulk_create(rows)
    models = [type(rows[0]) for rows in kept]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
