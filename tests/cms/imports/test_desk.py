"""The import in the admin: bring files, look at them beside their fields, save drafts."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import CaseStudyPage, ImportedPaper
from tests.cms.case_studies.texts import ENGLISH, FRENCH
from tests.cms.imports.asking import brought, draft, save, typed, upload
from tests.factories.layouts import Look, typeset
from tests.factories.studies import STUDIES

pytestmark = pytest.mark.django_db
INDEX = "/admin/imports/"


def test_one_file_leads_to_its_review_with_the_paper_beside_the_fields(desk: Client) -> None:
    response = upload(desk, ("horloge.pdf", typeset(STUDIES["fr"], Look(columns=2))))

    html = response.content.decode()
    assert response.redirect_chain[-1][0] == reverse("imports:review", args=[ImportedPaper.objects.get().key])
    assert 'value="Une horloge pour l’état civil : enregistrer chaque naissance à temps"' in html
    assert "<mark>horloge@tisserands.example</mark>" in html
    assert '<option value="fr" selected>' in html
    assert CaseStudyPage.objects.count() == 0


def test_what_is_saved_is_a_draft_with_what_was_corrected(desk: Client) -> None:
    paper = brought(desk)

    response = save(desk, paper, summary="A bell was rung at noon.", **{"phase-0-steps": "Ask.\n\nAsk again."})

    page = draft()
    assert "Made the draft “The village bell”." in response.content.decode()
    assert (page.live, page.locale.language_code, page.owner) == (False, "en", paper.brought_by)
    assert page.summary == "A bell was rung at noon."
    assert list(page.process[0].value["steps"]) == ["Ask.", "Ask again."]
    assert page.contact_consent_on is None


def test_a_phase_and_a_passage_can_be_added(desk: Client) -> None:
    paper = brought(desk)

    save(desk, paper, **{"phase-1-title": "Ring", "challenge-1-heading": "Rain", "challenge-1-text": "It rusts."})

    page = draft()
    assert [block.value["title"] for block in page.process] == ["Choose", "Ring"]
    assert [block.value["heading"] for block in page.challenges] == ["", "Rain"]


def test_nothing_typed_is_lost_when_something_is_wrong(desk: Client) -> None:
    paper = brought(desk)

    response = save(desk, paper, title="", begins="spring", summary="Typed by hand.")

    html = response.content.decode()
    assert "Nothing that you wrote is lost." in html
    assert "Write 2011, 2011-05 or 2011-05-17." in html
    assert "Typed by hand." in html
    assert CaseStudyPage.objects.count() == 0


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"begins": "2013", "ends": "2011"}, "It ends before it begins."),
        ({"ends": "2013", "ongoing": "on"}, "A study that is still going on has no end."),
    ],
)
def test_dates_that_cannot_be_are_refused(desk: Client, dates: dict[str, str], sentence: str) -> None:
    response = save(desk, brought(desk), **dates)

    assert sentence in response.content.decode()


def test_several_files_are_read_each_for_itself(desk: Client) -> None:
    response = upload(desk, ("a.txt", ENGLISH.encode()), ("b.txt", FRENCH.encode()), ("c.pdf", b"%PDF-1.7 cut"))

    html = response.content.decode()
    assert sorted(ImportedPaper.objects.values_list("name", flat=True)) == ["a.txt", "b.txt"]
    assert "The village bell" in html and "La cloche du village" in html
    assert "c.pdf: The file is damaged or was cut off." in html


def test_no_file_and_too_many_are_refused(desk: Client) -> None:
    none = desk.post(INDEX, {}).content.decode()
    many = upload(desk, *[(f"{number}.txt", b"x") for number in range(21)]).content.decode()

    assert "Choose at least one file." in none
    assert "Choose at most 20 files at a time." in many
    assert ImportedPaper.objects.count() == 0


def test_the_same_file_again_waits_once_more_and_updates_its_draft(desk: Client) -> None:
    paper = brought(desk)
    save(desk, paper)

    again = upload(desk, ("copy.txt", ENGLISH.encode())).content.decode()
    save(desk, ImportedPaper.objects.get())

    assert "This paper has a draft already" in again
    assert CaseStudyPage.objects.count() == 1


def test_what_an_editor_changed_is_kept_said_and_offered(desk: Client) -> None:
    paper = brought(desk)
    save(desk, paper)
    page = draft()
    page.summary = "Written anew by an editor."
    page.save_revision()
    corrected = ENGLISH.replace("each morning", "each evening")

    html = upload(desk, ("bell.txt", corrected.encode())).content.decode()
    newer = ImportedPaper.objects.order_by("-pk").first()
    assert newer is not None
    address = reverse("imports:review", args=[newer.key])
    taken = desk.post(address, {**typed(desk, newer, impact="Typed."), "take": "summary"}).content.decode()

    assert "Somebody changed this in the draft since the last import" in html
    assert "Written anew by an editor." in html
    assert "<textarea" in taken and "A bell was rung each evening.</textarea>" in taken
    assert "Typed.</textarea>" in taken
    assert draft().summary == "Written anew by an editor."


def test_whoever_comes_second_is_told_and_loses_nothing(desk: Client) -> None:
    paper = brought(desk)
    sent = typed(desk, paper, summary="Mine.")
    save(desk, paper, summary="Theirs.")

    response = desk.post(reverse("imports:review", args=[paper.key]), {**sent, "save": "yes"})

    assert "Somebody else saved this study after you opened it." in response.content.decode()
    assert "Mine.</textarea>" in response.content.decode()
    assert draft().summary == "Theirs."
