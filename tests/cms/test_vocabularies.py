"""The vocabularies of the library: seeded, and unseeded without taking away what is used."""

from importlib import import_module

import pytest
from django.apps import apps

from cms.models import Article, Cluster, Country, Facet, Instrument, Region, ReportingStage, Theme
from cms.wagtail_hooks import VOCABULARIES
from tests.factories.cms import case_study
from tests.site import SiteRoot

MIGRATION = import_module("cms.migrations.0002_vocabularies")


@pytest.mark.django_db
def test_the_convention_and_the_world_are_there_in_three_languages() -> None:
    assert Article.objects.count() == 54
    assert set(Instrument.objects.values_list("code", flat=True)) == {"crc", "opac", "opsc", "opic"}
    assert Country.objects.get(code="TR").label.texts == {"en": "Türkiye", "fr": "Turquie", "es": "Turquía"}
    assert Country.objects.get(code="KH").region.code == "asia-pacific"
    assert Article.objects.get(code="12").cluster.code == "general-principles"
    assert list(ReportingStage.objects.order_by("position").values_list("code", flat=True))[-1] == "follow-up"


@pytest.mark.django_db
@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_every_word_is_said_in_every_language(vocabulary: type[Facet]) -> None:
    missing = [word.code for word in vocabulary.objects.all() if set(word.label.texts) != {"en", "fr", "es"}]

    assert missing == []


@pytest.mark.django_db
def test_unseeding_takes_the_unused_and_seeding_brings_them_back(site_root: SiteRoot) -> None:
    page = case_study(site_root)
    page.themes = [Theme.objects.get(code="budgeting")]
    page.countries = [Country.objects.get(code="KE")]
    page.save()
    before = Theme.objects.count()

    MIGRATION.unseed(apps, None)
    left = {
        "themes": list(Theme.objects.values_list("code", flat=True)),
        "countries": list(Country.objects.values_list("code", flat=True)),
        "regions": list(Region.objects.values_list("code", flat=True)),
        "clusters": Cluster.objects.count(),
    }
    MIGRATION.seed(apps, None)

    assert left == {"themes": ["budgeting"], "countries": ["KE"], "regions": ["africa"], "clusters": 0}
    assert Theme.objects.count() == before
    assert Article.objects.count() == 54
