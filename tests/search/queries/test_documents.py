"""What of a study reaches the index, and who decides that it may."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from cms.languages import translated
from cms.models import CaseStudyPage, Country, Theme
from search.queries.documents import documents, public_studies, readable_studies, strings, text_of, work_keys
from search.rules import facets
from search.rules.documents import Document
from tests.factories.cms import case_study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PHASE = ("phase", {"title": "Count", "purpose": "Know.", "steps": ["Walk."], "tips": []})


def only() -> Document:
    (found,) = documents(work_keys())
    return found


def closed(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def nothing(_page: CaseStudyPage) -> None:
    """Leaves all open."""


def above(page: CaseStudyPage) -> Page:
    return page.get_parent()


@pytest.mark.parametrize(
    ("close", "titles"),
    [
        (nothing, {"First", "Second", "Troisième"}),
        (closed, {"Second", "Troisième"}),
        (lambda page: closed(above(page)), {"Troisième"}),
        (lambda page: closed(above(above(page))), {"Troisième"}),
        (lambda page: closed(Page.objects.get(depth=1)), set()),
        (lambda page: page.unpublish(), {"Second", "Troisième"}),
    ],
    ids=["nothing", "the page", "its library", "its home", "the root", "unpublished"],
)
def test_what_the_public_may_read_is_what_wagtail_says(
    site_root: SiteRoot, close: Callable[[CaseStudyPage], None], titles: set[str]
) -> None:
    first = case_study(site_root, title="First")
    case_study(site_root, title="Second")
    case_study(site_root, title="Troisième", language="fr")

    close(first)

    assert set(public_studies().values_list("title", flat=True)) == titles
    assert set(readable_studies().values_list("title", flat=True)) == titles
    assert set(CaseStudyPage.objects.live().public().values_list("title", flat=True)) == titles


def test_a_path_that_only_begins_alike_is_not_below(site_root: SiteRoot) -> None:
    """`00010002` is no ancestor of `00010003…`, however alike they look."""
    first, second = case_study(site_root, title="First"), case_study(site_root, title="Second")

    closed(first)

    assert list(public_studies()) == [second]
    assert list(readable_studies()) == [second]


def test_an_alias_of_a_closed_study_is_closed(site_root: SiteRoot) -> None:
    first, second = case_study(site_root, title="First", number=None), case_study(site_root, title="Second")
    first.create_alias(update_slug="again")

    closed(first)

    assert list(public_studies()) == [second]
    assert list(readable_studies()) == [second]


def test_translations_are_one_work(site_root: SiteRoot) -> None:
    english = case_study(site_root, title="A bell", first_published_at=datetime(2024, 5, 1, tzinfo=UTC))
    case_study(site_root, title="Une cloche", language="fr", translation_key=english.translation_key)

    document = only()

    assert document.id == str(english.translation_key)
    assert [(passage.language, passage.title) for passage in document.passages] == [
        ("en", "A bell"),
        ("fr", "Une cloche"),
    ]
    assert document.facets[facets.LANGUAGE] == ("en", "fr")
    assert work_keys() == [document.id]


def test_a_work_has_its_values_with_their_ancestors_and_their_labels(site_root: SiteRoot) -> None:
    page = case_study(site_root, begins="2021", ends="2022-03", ongoing=False)
    page.countries = [Country.objects.get(code="TG")]
    page.themes = [Theme.objects.create(code="test-water", label=translated(en="Water", es="Agua"))]
    page.save()

    document = only()

    region = Country.objects.get(code="TG").region.code
    assert document.facets[facets.PLACE] == (region, f"{region}/TG")
    assert document.facets[facets.THEME] == ("test-water",)
    assert document.facets[facets.YEAR] == ("2021", "2022")
    assert document.places["fr"] == "Togo"
    assert {("en", "Water"), ("es", "Agua")} <= {(label.language, label.text) for label in document.labels}


def test_values_come_in_the_order_of_their_vocabulary(site_root: SiteRoot) -> None:
    placed = [("c", 1), ("a", 3), ("b", 3), ("d", 2)]
    page = case_study(site_root)
    page.themes = [
        Theme.objects.create(code=f"test-{name}", label=translated(en=name), position=position)
        for name, position in placed
    ]
    page.save()

    assert only().facets[facets.THEME] == ("test-c", "test-d", "test-a", "test-b")


@pytest.mark.parametrize(
    ("timeline", "first", "last"),
    [
        ({"begins": "2021", "ongoing": True}, "2021", "2099"),
        ({"begins": "2021-05", "ongoing": False}, "2021", "2021"),
        ({"begins": "", "ends": "2019", "ongoing": False}, "2019", "2019"),
    ],
)
def test_a_study_is_found_in_each_of_its_years(
    site_root: SiteRoot, timeline: dict[str, Any], first: str, last: str
) -> None:
    case_study(site_root, **timeline)

    years = only().facets[facets.YEAR]

    assert (years[0], years[-1]) == (first, last)


def test_neither_the_contact_nor_loose_words_can_be_found(site_root: SiteRoot) -> None:
    page = case_study(
        site_root, process=[PHASE], contacts="Aline Carillon", contact_consent_on="2026-01-11", unplaced="Loose words."
    )

    text = text_of(page)

    assert {"Count", "Know.", "Walk."} <= set(text.splitlines())
    assert "Carillon" not in text
    assert "Loose" not in text
    assert "phase" not in text


def test_it_takes_as_many_queries_for_one_work_as_for_three(site_root: SiteRoot) -> None:
    case_study(site_root)
    list(documents(work_keys()))
    with CaptureQueriesContext(connection) as for_one:
        list(documents(work_keys()))
    case_study(site_root)
    case_study(site_root, language="fr")

    with CaptureQueriesContext(connection) as for_three:
        assert len(list(documents(work_keys()))) == 3

    assert len(for_one) == len(for_three) == 5


def test_a_work_that_is_asked_for_and_gone_is_left_out(site_root: SiteRoot) -> None:
    page = case_study(site_root)

    assert list(documents(["a0a0a0a0-0000-4000-8000-000000000000"])) == []
    assert [document.number for document in documents([str(page.translation_key)])] == [page.pk]


def test_the_day_of_the_first_publication_sorts_a_work(site_root: SiteRoot) -> None:
    page = case_study(site_root)
    CaseStudyPage.objects.filter(pk=page.pk).update(first_published_at=datetime(2024, 5, 1, 23, 30, tzinfo=UTC))

    assert only().published_on == date(2024, 5, 1)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("said", ["said"]),
        (["a", ["b"]], ["a", "b"]),
        ({"type": "phase", "value": {"title": "a"}, "id": "b"}, ["a"]),
        ({"heading": "a", "text": "b"}, ["a", "b"]),
        (None, []),
        (7, []),
    ],
)
def test_only_the_words_of_a_stream_are_text(value: object, found: list[str]) -> None:
    assert list(strings(value)) == found
