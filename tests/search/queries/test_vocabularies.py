"""Vocabularies are read once for each edition, and never longer."""

import uuid

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cms.languages import translated
from cms.models import Cluster, Region, SubRegion, Theme
from cms.models.facets import Facet
from search.models import VocabularyEdition
from search.queries.vocabularies import Vocabularies, vocabularies
from search.rules import facets

pytestmark = pytest.mark.django_db


@pytest.fixture
def water() -> Theme:
    return Theme.objects.create(code="test-water", label=translated(en="Water", fr="Eau"))


def theme(code: str = "test-water") -> str:
    label = vocabularies().label(facets.THEME, code)
    return str(label) if label else ""


def test_what_did_not_change_is_read_once(water: Theme) -> None:
    first = vocabularies()

    with CaptureQueriesContext(connection) as queries:
        second = vocabularies()

    assert second is first
    assert len(queries) == 1


def test_a_new_a_changed_and_a_deleted_value_are_seen_at_once(water: Theme) -> None:
    new = theme()
    water.label = translated(en="Clean water")
    water.save(update_fields=["label"])
    changed = theme()
    water.delete()

    assert (new, changed, theme()) == ("Water", "Clean water", "")


def test_what_was_rolled_back_is_not_kept(water: Theme) -> None:
    before = theme()

    with pytest.raises(RuntimeError), transaction.atomic():
        water.label = translated(en="Never so")
        water.save()
        inside = theme()
        raise RuntimeError

    assert (before, inside, theme()) == ("Water", "Never so", "Water")


def test_another_process_that_changed_a_label_is_heard(water: Theme) -> None:
    """Its own memory is elsewhere: all that it leaves here is the row and the mark."""
    before = theme()
    Theme.objects.filter(pk=water.pk).update(label=translated(en="Drinking water"))
    unheard = theme()

    VocabularyEdition.objects.update(mark=uuid.uuid4())

    assert (before, unheard, theme()) == ("Water", "Water", "Drinking water")


def test_where_no_edition_is_written_nothing_is_kept(water: Theme) -> None:
    VocabularyEdition.objects.all().delete()
    before = theme()

    Theme.objects.filter(pk=water.pk).update(label=translated(en="Drinking water"))

    assert (before, theme()) == ("Water", "Drinking water")


@pytest.mark.parametrize("vocabulary", Facet.__subclasses__(), ids=lambda kind: str(kind.__name__))
def test_every_vocabulary_begins_another_edition(vocabulary: type[Facet]) -> None:
    above: dict[str, dict[str, Facet]] = {
        "Country": {"region": Region.objects.get(code="africa")},
        "SubRegion": {"region": Region.objects.get(code="africa")},
        "Article": {"cluster": Cluster.objects.get(code="violence")},
    }
    links = above.get(vocabulary.__name__, {})
    before = VocabularyEdition.current()

    value = vocabulary._default_manager.create(code="test-value", label=translated(en="Test"), **links)
    created = VocabularyEdition.current()
    value.delete()

    assert len({before, created, VocabularyEdition.current()}) == 3


def test_the_closed_words_are_said_in_every_language_whichever_is_active() -> None:
    with translation.override("fr"):
        VocabularyEdition.begin_another()
        said = vocabularies().label(facets.LANGUAGE, "es")

    assert said is not None
    assert set(said.texts) == {"en", "fr", "es", "ar"}


def test_a_country_stands_below_its_region() -> None:
    here: Vocabularies = vocabularies()
    togo = next(value for path, value in here.values[facets.PLACE].items() if path.endswith("/TG"))

    assert togo.parent in here.values[facets.PLACE]
    assert here.rows["countries"][togo.row] == togo.path
    assert here.label(facets.PLACE, "nowhere") is None


def test_a_model_of_the_search_says_what_it_is(water: Theme) -> None:
    assert str(VocabularyEdition.objects.get()) == str(VocabularyEdition.current())


def test_a_country_lies_in_its_sub_region_as_it_is_called_now() -> None:
    kenya = next(path for path in vocabularies().values[facets.PLACE] if path.endswith("/KE"))
    before = vocabularies().around[kenya]
    part = SubRegion.objects.get(code="eastern-africa")
    part.label = translated(en="East Africa")
    part.save(update_fields=["label"])

    assert (before.said("es").text, str(vocabularies().around[kenya])) == ("África oriental", "East Africa")
