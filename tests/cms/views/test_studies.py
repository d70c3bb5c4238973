"""A study's own address gives its PDF and its citation; its lasting address leads to it."""

import json
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.models import CaseStudyPage, StudyPaper, StudyUse
from cms.press import PressRefused
from cms.storage import private_files
from tests.factories.cms import case_study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def words(content: bytes) -> str:
    paper = pypdfium2.PdfDocument(content)
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in paper)


def at(page: CaseStudyPage, kind: str) -> str:
    return f"{page.get_url()}study.{kind}"


def test_the_pdf_says_what_the_page_says(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, title="The bell", number=118)

    response = client.get(at(page, "pdf"))

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{page.slug}-en.pdf"'
    assert response["Link"] == f'<{page.full_url}>; rel="canonical"'
    for said in ("The bell", "Seven ministries signed the plan.", "Case study no. 118", "/en/study/118/", "CC BY 4.0"):
        assert said in words(response.content)


def test_a_contact_is_on_paper_only_with_consent(site_root: SiteRoot, client: Client) -> None:
    silent = case_study(site_root, contacts="Aline Carillon")
    spoken = case_study(site_root, contacts="Aline Carillon", contact_consent_on="2026-01-11")

    assert "Carillon" not in words(client.get(at(silent, "pdf")).content)
    assert "Carillon" in words(client.get(at(spoken, "pdf")).content)


def test_it_is_set_once_and_not_sent_to_who_has_it(
    site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = case_study(site_root)
    first = client.get(at(page, "pdf"))
    monkeypatch.setattr("cms.actions.studies.pressed", lambda *_: pytest.fail("it was set again"))

    second = client.get(at(page, "pdf"))
    third = client.get(at(page, "pdf"), headers={"If-None-Match": first["ETag"]})

    assert second.content == first.content
    assert (third.status_code, third.content) == (304, b"")


def test_published_again_the_old_paper_is_gone_and_the_new_one_says_the_new(
    site_root: SiteRoot, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = case_study(site_root)
    client.get(at(page, "pdf"))
    old = StudyPaper.objects.get().file.name or ""

    with django_capture_on_commit_callbacks(execute=True):
        page.impact = "Eight ministries signed."
        page.save_revision().publish()

    assert old
    assert not StudyPaper.objects.exists()
    assert not private_files().exists(old)
    assert "Eight ministries signed." in words(client.get(at(page, "pdf")).content)


@pytest.mark.parametrize("kind", ["pdf", "bib", "ris", "json", "jsonld"])
def test_what_is_not_public_gives_nothing(site_root: SiteRoot, client: Client, kind: str) -> None:
    draft, restricted = case_study(site_root), case_study(site_root)
    client.get(at(restricted, kind))
    draft.unpublish()
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)

    codes = [client.get(at(page, kind)).status_code for page in (draft, restricted)]

    assert codes == [404, 404]
    assert client.get(f"/en/case-studies/study.{kind}").status_code == 404


def test_a_paper_that_cannot_be_set_ends_in_a_sentence(
    site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: Any) -> None:
        raise PressRefused

    monkeypatch.setattr("cms.actions.studies.pressed", refuse)

    response = client.get(at(case_study(site_root), "pdf"))

    assert response.status_code == 503
    assert "Print the page itself" in response.content.decode()


def test_citations_are_given_in_three_forms(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, title="The bell", number=7)

    said = {kind: client.get(at(page, kind)) for kind in ("bib", "ris", "json")}

    assert said["bib"].content.startswith(b"@techreport{lantern")
    assert b"TI  - The bell\r\n" in said["ris"].content
    assert json.loads(said["json"].content)[0]["URL"].endswith("/en/study/7/")
    assert said["ris"]["Content-Disposition"] == f'attachment; filename="{page.slug}-en.ris"'


def test_linked_data_name_the_licence_and_the_paper(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root, licence="CC BY-NC 4.0")

    said = json.loads(client.get(at(page, "jsonld")).content)

    assert said["license"] == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert said["encoding"]["contentUrl"] == f"{page.full_url}study.pdf"


def test_uses_are_counted_by_month_and_robots_and_looks_are_not(site_root: SiteRoot, client: Client) -> None:
    page = case_study(site_root)
    for agent in ("Mozilla/5.0", "Mozilla/5.0", "SearchBot/2.1"):
        client.get(at(page, "ris"), headers={"User-Agent": agent})
    client.head(at(page, "ris"))
    client.get(at(page, "bib"))

    uses = StudyUse.objects.order_by("kind").values_list("study", "kind", "times", "month_on__day")

    assert list(uses) == [(page.translation_key, "bib", 1, 1), (page.translation_key, "ris", 2, 1)]


def test_the_lasting_address_leads_to_the_study_in_the_language_asked(site_root: SiteRoot, client: Client) -> None:
    english = case_study(site_root, number=9, slug="bell")
    case_study(site_root, number=9, language="fr", slug="cloche", translation_key=english.translation_key)

    found = {language: client.get(f"/{language}/study/9/") for language in ("en", "fr", "es")}

    assert [response["Location"] for response in found.values()] == [
        "/en/case-studies/bell/",
        "/fr/case-studies/cloche/",
        "/en/case-studies/bell/",
    ]
    assert client.get("/en/study/10/").status_code == 404
