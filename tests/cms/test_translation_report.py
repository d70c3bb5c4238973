"""Translating in the admin: a draft from the menu, the report, the panel, and who may press."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from cms.models import StandardPage, TranslationCheck
from cms.queries import translation_rows
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.cms import standard_page
from tests.factories.translations import original_and_french, states
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
REPORT = "/admin/translations/"


@pytest.fixture
def desk(client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory())
    return client


def editor_of(page: Page) -> User:
    """Somebody who may change what lies below one page, and nothing else."""
    group = Group.objects.create(name=f"Editors of {page.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group, page=page, permission=Permission.objects.get(codename="change_page")
    )
    person = UserFactory(is_staff=True)
    person.groups.add(group)
    return person


def say(client: Client, page: Page, of: str, **more: str) -> Any:
    return client.post(reverse("translations:still-right", args=[page.pk]), {"of": of, **more}, follow=True)


def test_one_press_in_the_report_ends_what_is_behind(desk: Client, site_root: SiteRoot) -> None:
    english, french = original_and_french(site_root, days_behind=2)
    before = desk.get(REPORT, {"state": "behind"}).content.decode()

    after = say(desk, french, english.last_published_at.isoformat(), next_url=f"{REPORT}?state=behind")

    assert "À propos de about" in before
    assert f'value="{english.last_published_at.isoformat()}"' in before
    assert after.redirect_chain == [(f"{REPORT}?state=behind", 302)]
    assert "“À propos de about” counts as still right." in after.content.decode()
    assert "No page is in this state." in after.content.decode()


@pytest.mark.parametrize("of", ["", "yesterday", "2026-13-45T00:00:00Z", "2026-05-01T00:00:00+00:00"])
def test_a_press_on_an_old_report_says_so(desk: Client, site_root: SiteRoot, of: str) -> None:
    _english, french = original_and_french(site_root, days_behind=2)

    html = say(desk, french, of).content.decode()

    assert "The original was published again after you looked." in html
    assert states(french, StaffFactory())["fr"] == "behind"


def test_a_press_leads_back_to_the_page_and_never_elsewhere(desk: Client, site_root: SiteRoot) -> None:
    english, french = original_and_french(site_root, days_behind=2)

    answer = say(desk, french, english.last_published_at.isoformat(), next_url="https://elsewhere.example/")

    assert answer.redirect_chain == [(f"/admin/pages/{french.pk}/edit/", 302)]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, {"About late", "About kept"}),
        ({"state": "behind"}, {"About late"}),
        ({"state": "behind", "language": "es"}, set()),
        ({"state": "missing", "language": "ar"}, {"About late", "About kept"}),
        ({"state": "current"}, {"About kept"}),
        ({"state": "no such state", "language": "xx"}, {"About late", "About kept"}),
    ],
)
def test_the_report_is_narrowed(desk: Client, site_root: SiteRoot, asked: dict[str, str], shown: set[str]) -> None:
    original_and_french(site_root, slug="late", days_behind=2)
    original_and_french(site_root, slug="kept")

    sheet = desk.get(REPORT, asked).context["sheet"]

    assert {row.original.title for row in sheet} - {"Kite"} == shown


def test_the_report_costs_the_same_with_one_and_three(desk: Client, site_root: SiteRoot) -> None:
    costs = []
    for number in range(3):
        original_and_french(site_root, slug=f"page-{number}", days_behind=2)
        desk.get(REPORT)
        with CaptureQueriesContext(connection) as asked:
            desk.get(REPORT)
        costs.append(len(asked))

    assert costs[0] == costs[1] == costs[2] <= 20


def test_an_editor_sees_what_they_may_edit_and_presses_there_only(client: Client, site_root: SiteRoot) -> None:
    english, french = original_and_french(site_root, slug="mine", days_behind=2)
    other = original_and_french(site_root, slug="theirs", days_behind=2)
    person = sign_in_with_second_factor(client, editor_of(french))

    html = client.get(REPORT).content.decode()
    refused = say(client, other[1], other[0].last_published_at.isoformat())

    assert [row.original.title for row in translation_rows(person)] == ["About mine"]
    assert f"/admin/pages/{french.pk}/edit/" in html
    assert f"/admin/pages/{english.pk}/edit/" not in html
    assert refused.status_code == 404
    assert say(client, french, english.last_published_at.isoformat()).status_code == 200


def test_whoever_edits_no_page_has_no_report(client: Client, site_root: SiteRoot) -> None:
    _english, french = original_and_french(site_root, days_behind=2)
    sign_in_with_second_factor(client, editor())

    answers = [client.get(REPORT), client.post(reverse("translations:still-right", args=[french.pk]))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert TranslationCheck.objects.count() == 0


def test_strangers_are_sent_to_sign_in(client: Client, site_root: SiteRoot) -> None:
    answer = client.get(REPORT)

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_the_pages_editor_shows_the_states_and_the_press(desk: Client, site_root: SiteRoot) -> None:
    english, french = original_and_french(site_root, days_behind=2)

    html = desk.get(f"/admin/pages/{french.pk}/edit/").content.decode()
    of_the_original = desk.get(f"/admin/pages/{english.pk}/edit/").content.decode()

    press = f'formaction="/admin/translations/{french.pk}/still-right/"'
    assert (html.count(press), of_the_original.count(press)) == (1, 0)
    assert "behind</strong> since 3 May 2026" in html
    assert f'href="/admin/translation/submit/page/{english.pk}/"' in html


def test_a_page_that_is_not_saved_yet_has_no_states(desk: Client, site_root: SiteRoot) -> None:
    html = desk.get(f"/admin/pages/add/cms/standardpage/{site_root.home('en').pk}/").content.decode()

    assert "Save the page first; then it can be translated." in html


def test_translate_makes_a_draft_in_the_other_language(desk: Client, site_root: SiteRoot) -> None:
    english = standard_page(site_root)
    Locale.objects.get_or_create(language_code="ar")

    form = f"/admin/translation/submit/page/{english.pk}/"
    answer = desk.post(form, {"locales": [Locale.objects.get(language_code="fr").pk], "include_subtree": False})

    french = StandardPage.objects.get(locale__language_code="fr")
    assert answer["Location"] == f"/admin/pages/{french.pk}/edit/"
    assert (french.live, french.translation_key) == (False, english.translation_key)
    assert states(english, StaffFactory())["fr"] == "draft"
    assert "Translate" in desk.get(f"/admin/pages/{english.pk}/edit/").content.decode()


def test_the_report_is_in_the_menu_of_reports(desk: Client, site_root: SiteRoot) -> None:
    html = desk.get("/admin/").content.decode()

    assert REPORT in html
