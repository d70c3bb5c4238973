"""The vocabularies as the migrations seed them, put back after a test that emptied all tables."""

from importlib import import_module

from django.apps import apps

from cms.models import Theme

SEEDS = ("0002_vocabularies", "0010_say_un_regions")


def seed_if_empty() -> None:
    if not Theme.objects.exists():
        for name in SEEDS:
            import_module(f"cms.migrations.{name}").seed(apps, None)
