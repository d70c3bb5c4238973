"""What a new installation begins with."""

import io

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site, Task, Workflow

from cms.models import NewsIndexPage, StandardPage
from home.models import HomePage
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def planted() -> list[str]:
    out = io.StringIO()
    call_command("first_pages", "--hostname", "www.bells.example", stdout=out)
    return out.getvalue().split()


def test_a_new_site_gets_its_shelves_and_its_statements_as_drafts(site_root: SiteRoot, client: Client) -> None:
    told = planted()

    statements = StandardPage.objects.filter(slug="privacy")
    assert "/fr/actualites/" in told
    assert Site.objects.get().hostname == "www.bells.example"
    assert NewsIndexPage.objects.live().count() == 3
    assert sorted(statements.values_list("locale__language_code", flat=True)) == ["en", "es", "fr"]
    assert not statements.live().exists()
    assert statements.values("translation_key").distinct().count() == 1
    assert client.get("/en/privacy/").status_code == 404


def test_what_is_to_be_filled_in_stands_in_brackets(site_root: SiteRoot) -> None:
    planted()

    statements = StandardPage.objects.filter(slug__in=("privacy", "accessibility"))
    assert statements.count() == 6
    assert [page.slug for page in statements if "[" not in page.body.render_as_block()] == []


def test_a_second_time_it_plants_nothing_and_changes_nothing(site_root: SiteRoot) -> None:
    planted()
    StandardPage.objects.filter(slug="privacy").update(title="Our own words")
    before = Page.objects.count()

    assert planted() == []
    assert Page.objects.count() == before
    assert StandardPage.objects.filter(slug="privacy", title="Our own words").count() == 3


def test_an_installation_without_any_page_gets_its_front_pages(site_root: SiteRoot, client: Client) -> None:
    Site.objects.all().delete()
    for page in HomePage.objects.all():
        page.delete()

    told = planted()

    assert told[:3] == ["/en/", "/fr/", "/es/"]
    assert HomePage.objects.values("translation_key").distinct().count() == 1


def test_the_workflow_is_named_in_the_language_of_the_editors(site_root: SiteRoot) -> None:
    Workflow.objects.all().delete()
    Workflow.objects.create(name="Moderators approval", active=True)

    call_command("first_pages", "--language", "fr", stdout=io.StringIO())

    assert list(Workflow.objects.values_list("name", flat=True)) == ["Une deuxième personne relit"]
    assert not Task.objects.filter(name="Moderators approval").exists()


def test_a_name_that_the_editors_gave_their_workflow_stays(site_root: SiteRoot) -> None:
    Workflow.objects.all().delete()
    Workflow.objects.create(name="Four eyes", active=True)

    planted()

    assert list(Workflow.objects.values_list("name", flat=True)) == ["Four eyes"]
