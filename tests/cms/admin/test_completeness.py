"""Editors see what a study lacks: in its editor, when they publish, and in a report."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.models import ActionKind, Article, CaseStudyPage, Country, ReportingStage, Theme
from cms.models.gaps import GAPS
from cms.rules.completeness import Gap
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.factories.cms import case_study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
REPORT = "/admin/case-studies-gaps/"


@pytest.fixture
def desk(client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    return client


def whole(site_root: SiteRoot, **fields: Any) -> CaseStudyPage:
    words = {
        "countries": [Country.objects.get(code="TG")],
        "articles": [Article.objects.get(code="12")],
        "themes": [Theme.objects.get(code="play")],
        "stages": [ReportingStage.objects.get(code="follow-up")],
        "action_kinds": [ActionKind.objects.get(code="workshop")],
    }
    return case_study(site_root, **{**words, **fields})


def form_of(page: CaseStudyPage, **fields: Any) -> dict[str, Any]:
    """What the editor sends to publish the page with these fields changed."""
    streams = {name: streamfield([]) for name in ("process", "figures", "challenges", "recommendations")}
    plain = {"title": page.title, "slug": page.slug, "organisation_name": page.organisation_name, "begins": "2021"}
    rest = {"summary": page.summary, "impact": page.impact, "licence": page.licence, "number": page.number or ""}
    chosen = {name: [word.pk for word in getattr(page, name).all()] for name in ("countries", "articles", "themes")}
    more = {"child_participation": page.child_participation.code, "comments": inline_formset([])}
    return nested_form_data({**plain, **rest, **chosen, **streams, **more, "action-publish": "1", **fields})


def test_the_editor_says_what_is_missing(site_root: SiteRoot, desk: Client) -> None:
    page = whole(site_root, impact="")
    page.unplaced = "Loose words."
    page.save_revision()

    html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert str(GAPS[Gap.IMPACT]) in html
    assert str(GAPS[Gap.UNPLACED]) in html
    assert str(GAPS[Gap.SUMMARY]) not in html


def test_a_whole_study_is_told_so(site_root: SiteRoot, desk: Client) -> None:
    page = whole(site_root)

    assert "Nothing is missing." in desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_words_without_a_place_are_warned_of_and_shown_to_nobody(site_root: SiteRoot, desk: Client) -> None:
    page = whole(site_root)

    form = form_of(page, summary="Rewritten.", unplaced="Loose words.")
    html = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True).content.decode()
    page.refresh_from_db()

    assert str(GAPS[Gap.UNPLACED]) in html
    assert (page.summary, page.unplaced) == ("Rewritten.", "Loose words.")
    assert "Loose words" not in Client().get(page.get_url()).content.decode()


def test_a_contact_without_consent_is_warned_of_and_published_without(site_root: SiteRoot, desk: Client) -> None:
    page = whole(site_root)

    form = form_of(page, summary="Rewritten.", contacts="Aline Carillon")
    html = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True).content.decode()
    page.refresh_from_db()

    assert str(GAPS[Gap.CONSENT]) in html
    assert (page.summary, page.contacts, page.public_contacts) == ("Rewritten.", "Aline Carillon", "")


def test_the_report_reads_drafts_and_is_narrowed_by_gap_and_language(site_root: SiteRoot, desk: Client) -> None:
    whole(site_root, title="Whole")
    whole(site_root, title="Silent", summary="")
    drafted = whole(site_root, title="Drafted")
    drafted.unplaced = "Loose words."
    drafted.save_revision()
    case_study(site_root, language="fr", title="Nu", slug="nu")

    def told(**asked: str) -> list[str]:
        return [row.title for row, _sentences in desk.get(REPORT, asked).context["rows"]]

    assert told() == ["Drafted", "Nu", "Silent"]
    assert told(gap="unplaced") == ["Drafted"]
    assert told(language="fr") == ["Nu"]
    assert told(gap="summary", language="fr") == []
    assert told(gap="nonsense") == ["Drafted", "Nu", "Silent"]


def forgotten(page: CaseStudyPage) -> CaseStudyPage:
    """As a page made by a program stands: nobody has saved it in an editor."""
    CaseStudyPage.objects.filter(pk=page.pk).update(latest_revision=None, live_revision=None)
    page.revisions.all().delete()
    return page


def saved(page: CaseStudyPage) -> CaseStudyPage:
    return page


def test_a_study_that_nobody_saved_is_read_as_it_is_published(site_root: SiteRoot, desk: Client) -> None:
    forgotten(whole(site_root, title="Whole"))
    forgotten(whole(site_root, title="Silent", impact=""))
    forgotten(case_study(site_root, title="Bare"))

    found = {row.title: row.gaps for row, _sentences in desk.get(REPORT).context["rows"]}

    assert found == {"Silent": (Gap.IMPACT,), "Bare": (Gap.FACETS,)}


@pytest.mark.parametrize("as_it_is", [saved, forgotten])
def test_the_report_costs_the_same_for_one_study_and_for_three(
    site_root: SiteRoot, desk: Client, as_it_is: Callable[[CaseStudyPage], CaseStudyPage]
) -> None:
    as_it_is(case_study(site_root))
    desk.get(REPORT)
    with CaptureQueriesContext(connection) as few:
        desk.get(REPORT)
    as_it_is(case_study(site_root))
    as_it_is(case_study(site_root))

    with CaptureQueriesContext(connection) as many:
        assert len(desk.get(REPORT).context["rows"]) == 3

    assert len(many) == len(few)


def test_whoever_edits_no_page_sees_no_report(client: Client) -> None:
    client.force_login(UserFactory())

    assert client.get(REPORT).status_code in (302, 403, 404)


def test_a_number_belongs_to_one_work_in_all_its_languages(site_root: SiteRoot) -> None:
    english = whole(site_root, number=7)
    same = case_study(site_root, number=7, language="fr", slug="sept", translation_key=english.translation_key)
    other = case_study(site_root, number=8)
    other.number = 7

    same.full_clean()
    with pytest.raises(ValidationError, match="Another study has this number"):
        other.full_clean()
