"""The vocabularies of the library: seeded, and unseeded without taking away what is used."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

import cms.migrations
from cms.admin.vocabularies import VOCABULARIES
from cms.languages.countries import NO_COUNTRY, country_name, is_country
from cms.models import Article, Cluster, Country, Facet, Instrument, Region, ReportingStage, SubRegion, Theme
from tests.factories.cms import case_study
from tests.site import SiteRoot

FIRST = import_module("cms.migrations.0002_vocabularies")
UN = import_module("cms.migrations.0010_say_un_regions")
SEEDS = json.loads((Path(cms.migrations.__file__).parent / "0010_say_un_regions.json").read_text(encoding="utf-8"))


@pytest.fixture
def then() -> Any:
    """The models as they were when the migrations ran: they delete without asking."""
    state: Any = MigrationLoader(connection).project_state([("cms", "0011_participation_is_a_word")])
    return state.apps


@pytest.mark.django_db
def test_the_convention_and_the_world_are_there_in_four_languages() -> None:
    turkey = Country.objects.get(code="TR")

    assert Article.objects.count() == 54
    assert set(Instrument.objects.values_list("code", flat=True)) == {"crc", "opac", "opsc", "opic"}
    assert turkey.label.texts == {"en": "Türkiye", "fr": "Turquie", "es": "Turquía", "ar": "تركيا"}
    assert Country.objects.get(code="KH").subregion == SubRegion.objects.get(code="south-eastern-asia")
    assert Article.objects.get(code="12").cluster.code == "general-principles"
    assert list(ReportingStage.objects.order_by("position").values_list("code", flat=True))[-1] == "follow-up"


@pytest.mark.django_db
@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_every_word_is_said_in_every_language(vocabulary: type[Facet]) -> None:
    missing = [word.code for word in vocabulary.objects.all() if set(word.label.texts) != {"en", "fr", "es", "ar"}]

    assert vocabulary.objects.exists()
    assert missing == []


@pytest.mark.django_db
def test_every_country_lies_in_one_of_22_parts_of_the_five_regions() -> None:
    countries = list(Country.objects.select_related("region", "subregion__region"))

    assert Region.objects.count() == 5
    assert SubRegion.objects.count() == 22
    assert [country.code for country in countries if country.subregion is None] == []
    assert {part.region for part in SubRegion.objects.select_related("region")} == set(Region.objects.all())
    assert [c.code for c in countries if c.subregion and c.subregion.region != c.region] == []


def test_every_code_of_iso_3166_but_antarctica_lies_in_exactly_one_part() -> None:
    """Two sources of their own: the list beside the migration, and the territories that Babel's CLDR names."""
    placed = [code for codes in SEEDS["Country"].values() for code in codes.split()]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    # Babel names some places without a code of ISO 3166-1 too.
    no_iso = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XK", *NO_COUNTRY}
    named = {first + last for first in letters for last in letters if is_country(first + last)} - no_iso

    assert len(placed) == len(set(placed)) == 248
    assert {country_name(code, "en") for code in named - set(placed)} == {"Antarctica"}
    assert set(placed) <= named


@pytest.mark.django_db
def test_unseeding_takes_the_unused_and_seeding_brings_them_back(site_root: SiteRoot, then: Any) -> None:
    page = case_study(site_root)
    page.themes, page.countries = [Theme.objects.get(code="budgeting")], [Country.objects.get(code="KE")]
    page.save()
    before = Theme.objects.count()

    UN.unseed(then, None)
    FIRST.unseed(then, None)
    left = {
        "themes": list(Theme.objects.values_list("code", flat=True)),
        "countries": list(Country.objects.values_list("code", flat=True)),
        "regions": list(Region.objects.values_list("code", flat=True)),
        "clusters": Cluster.objects.count(),
    }
    FIRST.seed(then, None)
    UN.seed(then, None)

    assert left == {"themes": ["budgeting"], "countries": ["KE"], "regions": ["africa"], "clusters": 0}
    assert Theme.objects.count() == before
    assert Article.objects.count() == 54


@pytest.mark.django_db
def test_going_back_puts_countries_where_they_were_and_forward_where_they_are(then: Any) -> None:
    UN.unseed(then, None)
    house = {code: Country.objects.get(code=code).region.code for code in ("KH", "LB", "FI")}
    regions = set(Region.objects.values_list("code", flat=True))
    UN.seed(then, None)

    assert house == {"KH": "asia-pacific", "LB": "mena", "FI": "europe-central-asia"}
    assert regions == {"africa", "americas", "asia-pacific", "europe-central-asia", "mena"}
    assert set(Region.objects.values_list("code", flat=True)) == {"africa", "americas", "asia", "europe", "oceania"}
    assert Country.objects.get(code="LB").region.code == "asia"


@pytest.mark.django_db
def test_a_country_that_an_editor_moved_stays_there_and_words_that_they_said_too(then: Any) -> None:
    arctic = Region.objects.create(code="arctic", label=Region.objects.get(code="europe").label)
    UN.unseed(then, None)
    Country.objects.filter(code="FI").update(region=arctic)
    Theme.objects.filter(code="play").update(label={"en": "Play", "ar": "مرح", "prevails": "en"})

    UN.seed(then, None)

    assert Country.objects.get(code="FI").region == arctic
    assert Theme.objects.get(code="play").label.texts["ar"] == "مرح"
