"""The vocabularies as the migrations seed them, put back after a test that emptied all tables."""

from importlib import import_module

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from cms.models import Theme
from cms.models.facets import Facet
from search.models import VocabularyEdition

SEEDS = ("0002_vocabularies", "0010_say_un_regions")
# In the order of their classes: what others point at is written before them.
VOCABULARIES = [model for model in apps.get_app_config("cms").get_models() if issubclass(model, Facet)]
kept: dict[type[Facet], list[Facet]] = {}


def seed_if_empty() -> None:
    """Word for word the first time; afterwards the rows that came of it, which is quicker by seconds a test."""
    if Theme.objects.exists():
        return
    if kept:
        put_back()
        return
    for name in SEEDS:
        import_module(f"cms.migrations.{name}").seed(apps, None)
    kept.update({model: list(model._default_manager.all()) for model in VOCABULARIES})


def put_back() -> None:
    """With the keys that they had, sequences that go on behind them, and what every write of a word begins."""
    for model, rows in kept.items():
        model._default_manager.bulk_create(rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), VOCABULARIES):
            cursor.execute(statement)
    VocabularyEdition.begin_another()
