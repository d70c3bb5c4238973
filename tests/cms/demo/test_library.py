"""The demo's library and pages: in the three languages, joined, in the form of the series."""

from collections import Counter
from datetime import datetime

import pytest

from cms.demo import home, library, network, pages
from cms.demo.network import Network
from cms.models import CaseStudyPage, EventPage, NewsPage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def kite(now: datetime) -> Network:
    made = Network(now=now, password="not-a-secret")
    network.build(made)
    home.build(made)
    pages.build(made)
    library.build(made)
    return made


def test_twelve_works_most_of_them_in_several_languages(kite: Network) -> None:
    rows = CaseStudyPage.objects.values_list("translation_key", "locale__language_code")
    languages = Counter(key for key, _language in rows)

    assert len(languages) == 12
    assert Counter(languages.values()) == {4: 1, 3: 3, 2: 6, 1: 2}
    assert CaseStudyPage.objects.exclude(unplaced="").count() == 0


def test_every_study_has_what_a_reader_looks_for(kite: Network) -> None:
    for page in CaseStudyPage.objects.all():
        page.full_clean()
        assert page.live
        assert page.impact
        assert page.process
        assert page.countries.exists()
        assert page.themes.exists()
        assert page.stages.exists()


def test_the_site_has_its_pages_news_and_events_in_each_language(kite: Network) -> None:
    for kind, count, in_arabic in ((StandardPage, 4, 4), (NewsPage, 3, 1), (EventPage, 4, 1)):
        found = Counter(kind.objects.values_list("locale__language_code", flat=True))
        assert found == {"en": count, "fr": count, "es": count, "ar": in_arabic}
