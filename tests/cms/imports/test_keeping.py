"""Who may import, where the files are, and when they go."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from cms.case_studies.forgetting import KEPT_FOR_REVIEW_DAYS, KEPT_WITH_DRAFT_DAYS, forget_papers
from cms.models import CaseStudyPage, ImportedPaper
from members.accounts.models import User
from tests.cms.case_studies.texts import ENGLISH
from tests.cms.imports.asking import INDEX, brought, draft, save
from tests.downloads import download
from tests.factories.accounts import editor, sign_in_with_second_factor
from tests.factories.cms import library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def test_the_original_is_private_and_leaves_by_a_short_lived_address(desk: Client) -> None:
    paper = brought(desk)

    given = download(desk, reverse("imports:original", args=[paper.key]))

    assert given.content == ENGLISH.encode()
    assert desk.get(f"{settings.MEDIA_URL}{paper.file.name}").status_code == 404


def test_a_file_that_is_not_wanted_goes_at_once(desk: Client) -> None:
    paper = brought(desk)
    storage, name = paper.file.storage, str(paper.file.name)

    desk.post(reverse("imports:discard", args=[paper.key]))

    assert ImportedPaper.objects.count() == 0
    assert not storage.exists(name)
    assert desk.get(reverse("imports:discard", args=[paper.key])).status_code == 405


@pytest.mark.parametrize(("made", "days"), [("paper", KEPT_FOR_REVIEW_DAYS), ("draft", KEPT_WITH_DRAFT_DAYS)])
def test_files_are_forgotten_in_time(desk: Client, made: str, days: int, now: datetime) -> None:
    paper = brought(desk)
    if made == "draft":
        save(desk, paper)
    ImportedPaper.objects.update(brought_at=now, saved_at=now if made == "draft" else None)
    storage, name = paper.file.storage, str(paper.file.name)

    early = forget_papers(now=now + timedelta(days=days - 1))
    late = forget_papers(now=now + timedelta(days=days, seconds=1))
    again = forget_papers(now=now + timedelta(days=days, seconds=2))

    assert (early, late, again) == (0, 1, 0)
    assert not storage.exists(name)
    left = ImportedPaper.objects.filter(page__isnull=False).values_list("lines", "study", "file")
    assert list(left) == ([([], {}, "")] if made == "draft" else [])


def test_a_paper_whose_page_was_deleted_goes_too(desk: Client, now: datetime) -> None:
    save(desk, brought(desk))
    CaseStudyPage.objects.get().delete()

    assert forget_papers(now=now) == 1
    assert ImportedPaper.objects.count() == 0


def allowed(site_root: SiteRoot, language: str) -> User:
    """Somebody of the secretariat who may add to one library and nothing else."""
    person = editor()
    adding = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    page = Page.objects.get(pk=library(site_root, language=language).pk)
    GroupPagePermission.objects.create(group=Group.objects.get(user=person), page=page, permission=adding)
    return person


def test_whoever_may_add_to_no_library_is_refused_and_sees_no_menu(site_root: SiteRoot, client: Client) -> None:
    library(site_root)
    sign_in_with_second_factor(client, editor())

    assert client.get(INDEX, follow=True).redirect_chain[-1][0] == "/admin/"
    assert "Import case studies" not in client.get("/admin/").content.decode()


def test_an_editor_of_one_library_cannot_put_a_study_into_another(site_root: SiteRoot, client: Client) -> None:
    library(site_root, language="en")
    sign_in_with_second_factor(client, allowed(site_root, "fr"))
    paper = brought(client)

    response = save(client, paper, language="en")

    assert "There is no library in the language of this paper to which you may add." in response.content.decode()
    assert CaseStudyPage.objects.count() == 0
    save(client, paper)
    assert draft().locale.language_code == "fr"
