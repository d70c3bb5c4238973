"""The front of the library: what is new, what is used, where studies come from, each leading on to the search."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cms.actions import count_use
from cms.models import Article, CaseStudyPage, Country
from cms.models.words import TakenAs
from cms.queries.library import a_year_before, library_at
from cms.rules.atlas import CENTRES, HEIGHT, LARGEST, WIDTH, disc, land
from tests.factories.cms import case_study, library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)


def set_in(page: CaseStudyPage, *countries: str) -> None:
    page.countries = list(Country.objects.filter(code__in=countries))
    page.save()


@pytest.fixture
def three(site_root: SiteRoot) -> list[CaseStudyPage]:
    """Togo and Kenya; Togo, in two languages; Peru, restricted."""
    both, togo, hidden = (case_study(site_root, title=title) for title in ("Both", "Togo alone", "Hidden"))
    french = case_study(site_root, language="fr", slug="seul", translation_key=togo.translation_key)
    for page, codes in ((both, ("TG", "KE")), (togo, ("TG",)), (french, ("TG",)), (hidden, ("PE",))):
        set_in(page, *codes)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    return [both, togo, hidden]


def test_a_work_counts_once_in_each_place_that_it_lies_in(three: list[CaseStudyPage]) -> None:
    (africa,) = library_at(language="en", now=TODAY).continents

    assert (africa.counted.code, africa.counted.n) == ("africa", 2)
    assert [(part.counted.code, part.counted.n) for part in africa.parts] == [
        ("western-africa", 2),
        ("eastern-africa", 1),
    ]
    assert [(one.code, one.n) for part in africa.parts for one in part.countries] == [("TG", 2), ("KE", 1)]


def test_counts_lead_to_the_search_with_that_value_chosen(
    site_root: SiteRoot, client: Client, three: list[CaseStudyPage]
) -> None:
    three[0].articles = [Article.objects.get(code="19")]
    three[0].save()

    html = client.get(library(site_root).get_url()).content.decode()

    for link in ("?place=africa", "?place=africa/TG", "?place=africa/KE", "?article=violence"):
        assert f'href="/en/search/{link}"' in html
    assert "Peru" not in html
    assert "Hidden" not in html


def test_the_newest_come_in_the_readers_language_where_they_can(three: list[CaseStudyPage]) -> None:
    shown = library_at(language="fr", now=TODAY)

    assert [study.page.slug for study in shown.newest] == ["seul", three[0].slug]
    assert shown.works == 2


def test_most_used_sums_all_kinds_and_months_of_a_year(three: list[CaseStudyPage]) -> None:
    both, togo, hidden = three
    uses = [(both, TakenAs.PDF, date(2026, 6, 1)), (togo, TakenAs.RIS, date(2025, 7, 9)), (togo, TakenAs.PDF, TODAY)]
    for page, kind, on in [*uses, (hidden, TakenAs.PDF, TODAY), *[(both, TakenAs.PDF, date(2025, 5, 1))] * 5]:
        count_use(page.translation_key, kind=kind, on=on)

    found = library_at(language="en", now=TODAY).most_used

    assert [study.page.title for study in found] == ["Togo alone", "Both"]


@pytest.mark.parametrize(
    ("day", "since"),
    [(TODAY, date(2025, 7, 1)), (date(2026, 12, 31), date(2026, 1, 1)), (date(2026, 1, 1), date(2025, 2, 1))],
)
def test_a_year_is_this_month_and_the_eleven_before(day: date, since: date) -> None:
    assert a_year_before(day) == since


def test_an_empty_library_says_so_and_draws_no_map(site_root: SiteRoot, client: Client) -> None:
    html = client.get(library(site_root).get_url()).content.decode()

    assert "No case study is published yet." in html
    assert 'class="atlas"' not in html


def test_the_front_costs_the_same_with_one_study_or_three(site_root: SiteRoot, client: Client) -> None:
    set_in(case_study(site_root), "TG")
    address = library(site_root).get_url()
    client.get(address)

    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for codes in (("PE", "KE"), ("FI",)):
        set_in(case_study(site_root), *codes)
    with CaptureQueriesContext(connection) as many:
        html = client.get(address).content.decode()

    assert len(re.findall("<circle", html)) == 4
    assert len(many) == len(few)


def test_the_discs_are_drawn_alike_in_a_language_with_decimal_commas(site_root: SiteRoot, client: Client) -> None:
    set_in(case_study(site_root), "TG")

    pages = [client.get(library(site_root, language=code).get_url()).content.decode() for code in ("en", "fr")]

    radii = [re.findall(r'<circle cx="\d+" cy="\d+" r="([\d.]+)"/>', html) for html in pages]
    assert radii[0] == radii[1] == ["3.5"]


def test_every_sub_region_has_its_place_inside_the_drawing() -> None:
    discs = [disc(code, n=1000, most=1000) for code in CENTRES]

    assert all(one and one.r <= one.x <= WIDTH - one.r and one.r <= one.y <= HEIGHT - one.r for one in discs)
    small, large = disc("caribbean", n=1, most=1000), disc("caribbean", n=1000, most=1000)
    assert small and large and small.r < large.r == LARGEST
    assert disc("atlantis", n=3, most=3) is None
    assert disc("polynesia", n=0, most=3) is None
    assert re.fullmatch(r"(M\d+ \d+h0)+", land())
