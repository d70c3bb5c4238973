"""The first edition of the vocabularies comes with its table."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from search.models import VocabularyEdition


@pytest.mark.django_db
def test_there_is_an_edition_from_the_first_day_on() -> None:
    VocabularyEdition.objects.all().delete()

    import_module("search.migrations.0002_keep_vocabularies_by_their_edition").begin(
        apps, SimpleNamespace(connection=connection)
    )

    assert VocabularyEdition.current() is not None
