"""Two people import the same paper at the same moment: one draft, one number."""

from datetime import datetime

import pytest
from django.db import connection

from cms.case_studies.files import Source
from cms.case_studies.importing import bring, import_study
from cms.case_studies.reading import read_study
from cms.languages import translated
from cms.models import CaseStudyPage, ImportedPaper, Participation
from tests.at_once import at_once
from tests.cms.case_studies.texts import ENGLISH
from tests.factories.cms import library
from tests.site import SiteRoot

pytestmark = pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's writers wait for each other anyhow")


@pytest.fixture
def shelf(site_root: SiteRoot) -> None:
    """A library, and the one word of a vocabulary that every study has: tests of this kind empty the tables."""
    label = translated(en="None", fr="Aucune", es="Ninguna")
    Participation.objects.get_or_create(code="none", defaults={"label": label})
    library(site_root)


@pytest.mark.django_db(transaction=True)
def test_the_same_study_imported_twice_at_once_is_one_draft(shelf: None, now: datetime) -> None:
    source = Source.known(name="bell.txt", sha256="a" * 64)

    at_once(*[lambda: import_study(read_study(ENGLISH), source=source, now=now)] * 4)

    assert CaseStudyPage.objects.count() == 1
    assert ImportedPaper.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_different_studies_imported_at_once_have_different_numbers(shelf: None, now: datetime) -> None:
    texts = [ENGLISH.replace("The village bell", f"The bell of {name}") for name in ("Ada", "Bex", "Cor")]
    works = [
        lambda text=text, n=n: import_study(
            read_study(text), source=Source.known(name=f"{n}.txt", sha256=str(n) * 64), now=now
        )
        for n, text in enumerate(texts)
    ]

    at_once(*works)

    assert sorted(CaseStudyPage.objects.values_list("number", flat=True)) == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_a_file_brought_twice_at_once_is_one_paper(site_root: SiteRoot, now: datetime) -> None:
    at_once(*[lambda: bring(ENGLISH.encode(), name="bell.txt", by=None, now=now)] * 4)

    assert ImportedPaper.objects.count() == 1
