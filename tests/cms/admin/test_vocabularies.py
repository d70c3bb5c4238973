"""The vocabularies in the admin: found in any language, counted, and kept while they are used."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.languages import translated
from cms.models import Article, Cluster, Country, Participation, Region, SubRegion, Theme, WordRefused
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import case_study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    return client


def address(word: Any, view: str) -> str:
    named = word.snippet_viewset.get_url_name(view)
    return reverse(named) if view == "list" else reverse(named, args=[word.pk])


@pytest.fixture
def used(site_root: SiteRoot) -> Theme:
    """By one study in two languages: one work."""
    play = Theme.objects.get(code="play")
    english = case_study(site_root, themes=[play])
    case_study(site_root, language="fr", slug="jeu", translation_key=english.translation_key, themes=[play])
    return play


@pytest.mark.parametrize("asked", ["togo", "Türkiye turkey", "turquia", "تركيا"])
def test_a_country_is_found_in_every_language_without_accents(desk: Client, asked: str) -> None:
    page = desk.get(address(Country.objects.get(code="TG"), "list"), {"q": asked}).content.decode()

    assert ("Togo" in page, "Türkiye" in page.partition("<table")[2]) == (asked == "togo", asked != "togo")


def test_the_list_says_how_many_works_use_a_word(desk: Client, used: Theme) -> None:
    words = desk.get(address(used, "list")).context["object_list"]

    assert {word.code: word.uses for word in words if word.uses} == {"play": 1}


def test_a_region_counts_the_works_of_its_countries(desk: Client, site_root: SiteRoot) -> None:
    case_study(site_root, countries=list(Country.objects.filter(code__in=["TG", "KE"])))

    words = desk.get(address(Region.objects.get(code="africa"), "list")).context["object_list"]

    assert {word.code: word.uses for word in words if word.uses} == {"africa": 1}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_word_in_use_is_not_deleted_and_a_sentence_says_why(desk: Client, used: Theme, method: str) -> None:
    response = getattr(desk, method)(address(used, "delete"), follow=True)

    assert "“Play and leisure” is used by 1 study. Choose another word there first." in response.content.decode()
    assert Theme.objects.filter(code="play").exists()


def test_several_words_at_once_are_not_deleted_either(desk: Client, used: Theme) -> None:
    free = Theme.objects.get(code="data")
    bulk = f"/admin/bulk/cms/theme/delete/?id={used.pk}&id={free.pk}"

    response = desk.post(bulk, follow=True)

    assert "is used by 1 study" in response.content.decode()
    assert Theme.objects.filter(code__in=["play", "data"]).count() == 2


def test_a_word_that_nobody_uses_goes(desk: Client) -> None:
    free = Theme.objects.get(code="data")

    desk.post(address(free, "delete"))

    assert not Theme.objects.filter(code="data").exists()


def test_code_that_deletes_a_word_in_use_is_refused_too(used: Theme) -> None:
    with pytest.raises(WordRefused, match="is used by 1 study"):
        used.delete()


@pytest.mark.parametrize(
    ("word", "n"), [(lambda: Region.objects.get(code="africa"), 65), (lambda: Cluster.objects.get(code="violence"), 3)]
)
def test_a_word_with_others_under_it_stays(word: Any, n: int) -> None:
    with pytest.raises(WordRefused, match=f"{n} words stand under"):
        word().delete()


def test_a_degree_of_participation_in_use_stays(site_root: SiteRoot) -> None:
    case_study(site_root, child_participation_id="led")

    with pytest.raises(WordRefused, match="Children led"):
        Participation.objects.get(code="led").delete()


def test_a_code_stays_as_it_is_and_the_form_says_so(desk: Client) -> None:
    play = Theme.objects.get(code="play")
    form = {"code": "games", "label_en": "Play", "position": 1}

    page = desk.post(address(play, "edit"), form).content.decode()

    assert "A code stays as it is" in page
    assert Theme.objects.filter(code="play").exists()


def test_what_the_form_has_no_box_for_is_not_lost(desk: Client) -> None:
    play = Theme.objects.get(code="play")

    desk.post(address(play, "edit"), {"code": "play", "label_en": "Play, rest", "label_fr": "Jeu", "position": 1})

    assert Theme.objects.get(code="play").label.texts == {"en": "Play, rest", "fr": "Jeu", "ar": "اللعب والترفيه"}


def test_a_country_lies_in_its_own_region() -> None:
    togo = Country.objects.get(code="TG")
    togo.subregion = SubRegion.objects.get(code="melanesia")

    with pytest.raises(ValidationError, match="another region"):
        togo.full_clean()


def test_a_new_word_may_have_any_code() -> None:
    Theme(code="water", label=translated(en="Water")).full_clean()
    Article(code="55", label=translated(en="One more"), cluster=Cluster.objects.get(code="procedure")).full_clean()
