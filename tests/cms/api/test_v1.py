"""The delivery API: published content, typed, cacheable; nothing else."""

import json
from typing import Any, get_args

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, get_page_models
from wagtail.rich_text import RichText

from cms.api.schemas import SCHEMAS
from cms.management.commands.openapi import FILE, described
from cms.models import Country, ReportingStage
from tests.factories.cms import case_study, standard_page
from tests.site import SiteRoot

ROOT = "/api/content/v1/"
STUDIES = f"{ROOT}case-studies/"


def got(client: Client, address: str, **data: Any) -> Any:
    response = client.get(address, data)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


@pytest.mark.django_db
def test_a_page_comes_by_its_path_with_typed_blocks(site_root: SiteRoot, client: Client) -> None:
    page = standard_page(
        site_root, lede="Who we are.", body=[("text", RichText("<p>A <b>net</b>.</p>")), ("notice", "Closed.")]
    )

    said = got(client, f"{ROOT}pages/", path="/en/about/")

    assert (said["id"], said["type"], said["language"]) == (page.pk, "cms.StandardPage", "en")
    assert [(block["type"], block["value"]) for block in said["body"]] == [
        ("text", "<p>A <b>net</b>.</p>"),
        ("notice", "Closed."),
    ]
    assert said["parent"]["type"] == "home.HomePage"


@pytest.mark.django_db
def test_the_front_page_comes_with_its_translations(site_root: SiteRoot, client: Client) -> None:
    said = got(client, f"{ROOT}pages/", path="/fr/")

    assert (said["type"], said["language"], said["parent"]) == ("home.HomePage", "fr", None)
    assert sorted(link["language"] for link in said["translations"]) == ["en", "es"]


@pytest.mark.django_db
def test_a_study_says_everything_but_a_contact_without_consent(site_root: SiteRoot, client: Client) -> None:
    phase = {"title": "Count", "purpose": "", "steps": ["Walk."], "tips": []}
    page = case_study(
        site_root, contacts="Aline Carillon", unplaced="Loose words.", process=[("phase", phase)], begins="2021-05"
    )
    page.countries = [Country.objects.get(code="TG")]
    page.save()

    response = client.get(f"{STUDIES}{page.pk}/")

    said = json.loads(response.content)
    assert said["contact"] is None
    assert b"Carillon" not in response.content
    assert b"Loose words" not in response.content
    assert said["timeline"] == {"begins": "2021-05", "ends": None, "ongoing": True}
    assert said["process"][0]["value"] == phase
    assert said["facets"]["countries"] == [{"code": "TG", "label": "Togo"}]


@pytest.mark.django_db
def test_with_consent_the_contact_is_said(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, contacts="Aline Carillon", contact_consent_on="2026-01-11")

    assert got(client, f"{STUDIES}{page.pk}/")["contact"] == "Aline Carillon"


@pytest.mark.django_db
def test_drafts_and_restricted_pages_are_not_there(site_root: SiteRoot, client: Client) -> None:
    draft, closed = case_study(site_root), case_study(site_root)
    draft.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    answers = [client.get(f"{STUDIES}{page.pk}/").status_code for page in (draft, closed)]
    paths = [client.get(f"{ROOT}pages/", {"path": page.get_url()}).status_code for page in (draft, closed)]

    assert got(client, STUDIES)["items"] == []
    assert (answers, paths) == ([404, 404], [404, 404])


@pytest.mark.django_db
def test_the_list_is_filtered_by_facet_and_language(site_root: SiteRoot, client: Client) -> None:
    togo, other = case_study(site_root, title="Togo"), case_study(site_root, language="fr", title="Autre")
    togo.countries = [Country.objects.get(code="TG")]
    togo.save()
    other.stages = [ReportingStage.objects.get(code="session")]
    other.save()

    found = [
        [item["title"] for item in got(client, STUDIES, **asked)["items"]]
        for asked in ({"country": "tg"}, {"stage": "session"}, {"language": "en"}, {"theme": "health"}, {})
    ]

    assert found == [["Togo"], ["Autre"], ["Togo"], [], ["Autre", "Togo"]]


@pytest.mark.django_db
def test_a_list_is_followed_by_its_cursor_to_the_end(site_root: SiteRoot, client: Client) -> None:
    for number in range(1, 6):
        case_study(site_root, title=f"Study {number}")

    address, titles = f"{STUDIES}?limit=2", []
    while address:
        sheet = got(client, address)
        titles += [item["title"] for item in sheet["items"]]
        address = sheet["next"]

    assert titles == ["Study 5", "Study 4", "Study 3", "Study 2", "Study 1"]
    assert sheet["total"] == 5


@pytest.mark.django_db
def test_the_list_costs_the_same_with_one_or_three_studies(site_root: SiteRoot, client: Client) -> None:
    case_study(site_root)
    got(client, STUDIES)

    with CaptureQueriesContext(connection) as few:
        got(client, STUDIES)
    case_study(site_root)
    case_study(site_root)
    with CaptureQueriesContext(connection) as many:
        assert len(got(client, STUDIES)["items"]) == 3

    assert len(many) == len(few)


@pytest.mark.django_db
def test_an_answer_may_be_kept_and_checked(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root)

    first = client.get(f"{STUDIES}{page.pk}/")
    same = client.get(f"{STUDIES}{page.pk}/", headers={"if-none-match": first.headers["ETag"]})
    page.summary = "Changed."
    page.save_revision().publish()
    changed = client.get(f"{STUDIES}{page.pk}/", headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in first.headers.get("Vary", "")
    assert first.cookies == {}
    assert (same.status_code, same.content) == (304, b"")
    assert (changed.status_code, json.loads(changed.content)["summary"]) == (200, "Changed.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{STUDIES}999999/", 404),
        (f"{ROOT}pages/?path=/en/none/", 404),
        (f"{ROOT}pages/?path=/xx/", 404),
        (f"{ROOT}nothing/", 404),
        (f"{STUDIES}?limit=0", 422),
        (f"{STUDIES}?limit=101", 422),
        (f"{STUDIES}?after=zzz", 422),
        (f"{STUDIES}?after=Zm9v", 422),
        (f"{STUDIES}?language=Arabic", 422),
        (f"{ROOT}pages/", 422),
    ],
)
def test_an_error_is_a_problem_in_words(site_root: SiteRoot, client: Client, address: str, status: int) -> None:
    response = client.get(address)

    said = json.loads(response.content)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    assert (said["type"], said["status"]) == ("about:blank", status)
    assert said["detail"]


@pytest.mark.django_db
def test_writing_is_refused_and_head_is_answered(site_root: SiteRoot, client: Client) -> None:
    refused, head = client.post(STUDIES), client.head(STUDIES)

    assert (refused.status_code, json.loads(refused.content)["status"]) == (405, 405)
    assert (head.status_code, head.content) == (200, b"")


def test_every_page_type_has_a_schema() -> None:
    said = {get_args(schema.model_fields["type"].annotation)[0] for schema in SCHEMAS}

    assert said == {kind._meta.label for kind in get_page_models() if kind._meta.label != "wagtailcore.Page"}


def test_the_description_that_is_checked_in_is_the_one_that_is_served(client: Client) -> None:
    served = json.loads(client.get(f"{ROOT}openapi.json").content)

    assert described() == FILE.read_text(encoding="utf-8"), (
        "run manage.py openapi, and name the change in the changelog"
    )
    assert served["openapi"] == "3.1.0"
    assert sorted(path.removeprefix(ROOT) for path in served["paths"]) == [
        "case-studies/",
        "case-studies/{page_id}/",
        "case-studies/{page_id}/similar/",
        "pages/",
        "search/",
        "search/complete/",
    ]
