"""A child's picture whose consent covers the screen and not print stays off paper, whoever prints the page."""

import re
from datetime import datetime, timedelta
from importlib import import_module
from types import SimpleNamespace

import pypdfium2
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdfium2 import raw

from cms.actions import withdraw_consent, withhold_pictures
from cms.models import PlenaryImage
from cms.rules.consent import Use
from members.bulletin.notices import rendered
from tests.factories.accounts import StaffFactory
from tests.factories.bulletin import complete_issue
from tests.factories.cms import case_study, standard_page
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
SCREEN = frozenset(Use) - {Use.PRINT}
KEPT_OFF = '<div class="offpaper">'
WORDS = "It is not printed. Those who can be seen in it agreed to the screen only."


def page_of(image: PlenaryImage, client: Client, site_root: SiteRoot) -> str:
    body = [("picture", {"image": image, "caption": ""})]
    return client.get(standard_page(site_root, slug=f"with-{image.pk}", body=body).get_url()).content.decode()


def prints(image: PlenaryImage) -> bool:
    return not PlenaryImage.objects.get(pk=image.pk).is_kept_off_paper


def test_a_picture_of_nobody_is_printed(client: Client, site_root: SiteRoot) -> None:
    html = page_of(picture(), client, site_root)

    assert "<picture>" in html
    assert KEPT_OFF not in html
    assert WORDS not in html


def test_a_picture_agreed_for_the_screen_alone_has_words_on_paper(client: Client, site_root: SiteRoot) -> None:
    image = picture()
    consent(image, uses=SCREEN)

    html = page_of(image, client, site_root)

    assert html.index(KEPT_OFF) < html.index("<picture>") < html.index(WORDS)
    assert "Picture: Two children read a poster at a market." in html


def test_a_picture_agreed_for_print_as_well_is_printed(client: Client, site_root: SiteRoot) -> None:
    image = picture()
    consent(image)

    assert KEPT_OFF not in page_of(image, client, site_root)


def test_a_picture_amid_rich_text_is_kept_off_paper_too(client: Client, site_root: SiteRoot) -> None:
    kept, printed = picture(), picture()
    consent(kept, uses=SCREEN)
    embeds = "".join(f'<embed embedtype="image" id="{one}" format="left" alt="x"/>' for one in (kept.pk, printed.pk, 0))

    html = client.get(standard_page(site_root, body=[("text", embeds)]).get_url()).content.decode()

    assert html.count(KEPT_OFF) == html.count(WORDS) == 1
    assert html.count('class="richtext-image left"') == 2
    assert '<img alt="">' in html


def test_it_costs_no_query_to_know(client: Client, site_root: SiteRoot) -> None:
    free, kept = picture(), picture()
    consent(kept, uses=SCREEN)
    questions = []
    for image in (free, kept):
        page_of(image, client, site_root)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/en/with-{image.pk}/")
        questions.append([query["sql"] for query in asked.captured_queries])

    assert len(questions[0]) == len(questions[1])
    assert "imageconsent" not in str(questions)


def test_children_seen_later_keep_a_picture_off_paper_at_once() -> None:
    image = picture()
    PlenaryImage.objects.filter(pk=image.pk).update(shows_children=True)

    assert not prints(image)


def test_the_consent_for_print_ends_by_itself_and_a_new_one_brings_it_back(site_root: SiteRoot, now: datetime) -> None:
    image, end = picture(), now + timedelta(days=30)
    consent(image, uses=SCREEN)
    consent(image, uses=frozenset({Use.PRINT}), until_on=end.date())

    kept = [withhold_pictures(now=end - timedelta(days=1)), prints(image)]
    ended = [withhold_pictures(now=end), prints(image), withhold_pictures(now=end)]
    consent(image, uses=frozenset({Use.PRINT}), now=end)

    assert kept == [0, True]
    assert ended == [1, False, 0]
    assert prints(image)
    assert not PlenaryImage.objects.get(pk=image.pk).is_withheld


def test_a_withdrawn_picture_is_a_placeholder_on_paper_as_on_the_screen(now: datetime) -> None:
    image = picture()
    given = consent(image)

    withdraw_consent(given, by=StaffFactory(), now=now)

    image = PlenaryImage.objects.get(pk=image.pk)
    assert (image.is_withheld, image.print_agreed, image.is_kept_off_paper) == (True, False, False)


def test_a_mailed_issue_keeps_the_picture_off_paper() -> None:
    kept, issue = picture(), complete_issue()
    consent(kept, uses=SCREEN)
    issue.sections.update(picture=kept)

    html = rendered(issue, language="en").html

    assert len(re.findall(r'<p class="screen"[^>]*><img class="pic"', html)) == len(re.findall("<img", html)) > 0
    assert "@media print { .screen { display: none !important } }" in html


def test_the_paper_of_a_study_sets_no_picture(client: Client, site_root: SiteRoot) -> None:
    image = picture()
    consent(image, uses=SCREEN)
    page = case_study(site_root, title="The bell", social_image=image)

    paper = pypdfium2.PdfDocument(client.get(f"{page.get_url()}study.pdf").content)

    kinds = {found.type for sheet in paper for found in sheet.get_objects()}
    assert raw.FPDF_PAGEOBJ_TEXT in kinds
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_what_was_agreed_before_is_read_from_the_consents() -> None:
    pictures = {said: picture(title=said) for said in ("print", "screen", "kenya", "withdrawn", "none")}
    consent(pictures["print"])
    consent(pictures["screen"], uses=SCREEN)
    consent(pictures["kenya"], territory=frozenset({"KE"}))
    gone = consent(pictures["withdrawn"])
    withdraw_consent(gone, by=StaffFactory(), now=gone.recorded_at)
    PlenaryImage.objects.update(print_agreed=False)

    import_module("cms.migrations.0013_keep_pictures_off_paper").read_the_consents(
        apps, SimpleNamespace(connection=connection)
    )

    assert [image.title for image in PlenaryImage.objects.filter(print_agreed=True)] == ["print"]
