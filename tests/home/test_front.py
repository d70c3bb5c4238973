from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import CaseStudyPage, EventPage, NewsPage
from home.queries.front import latest_studies, number_of_studies, places
from tests.factories.cms import case_study, event_index, news_index, under
from tests.factories.organisations import TermFactory, member
from tests.factories.plan import IndicatorFactory, MeasurementFactory, PriorityFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def dated(page: CaseStudyPage, day: int) -> CaseStudyPage:
    CaseStudyPage.objects.filter(pk=page.pk).update(first_published_at=datetime(2026, 5, day, tzinfo=UTC))
    return page


def test_the_newest_studies_come_in_the_readers_language_where_it_exists(site_root: SiteRoot) -> None:
    french = dated(case_study(site_root, language="fr", title="Lire le budget"), 3)
    english = dated(case_study(site_root, title="Reading the budget", translation_key=french.translation_key), 3)
    spanish = dated(case_study(site_root, language="es", title="Una página"), 2)
    dated(case_study(site_root, title="Never published", live=True), 4).unpublish()

    found = latest_studies(CaseStudyPage.objects.live(), language="en")

    assert [page.title for page in found] == [english.title, spanish.title]


def test_three_studies_are_shown_and_the_oldest_is_not(site_root: SiteRoot) -> None:
    for day in (1, 2, 3, 4):
        dated(case_study(site_root, title=f"Study of day {day}"), day)

    found = latest_studies(CaseStudyPage.objects.live(), language="en")

    assert [page.title for page in found] == ["Study of day 4", "Study of day 3", "Study of day 2"]


def test_a_study_in_two_languages_is_counted_once_and_a_draft_not(site_root: SiteRoot) -> None:
    french = case_study(site_root, language="fr", title="Lire le budget")
    case_study(site_root, title="Reading the budget", translation_key=french.translation_key)
    case_study(site_root, title="A walk to school")
    case_study(site_root, title="Never published").unpublish()

    assert number_of_studies() == 2


def test_those_at_risk_are_counted_in_their_region_and_named_nowhere(client: Client, site_root: SiteRoot) -> None:
    member(country="KE", name="Lantern Forum")
    member(country="TG", name="Hidden House", hidden=True)
    member(country="PE")
    TermFactory(organisation__country="FI", until_on=date(2020, 1, 1))

    found = places(on=date(2026, 6, 10))

    regions = [(place.region.code, place.organisations, place.countries) for place in found]
    assert regions == [("africa", 2, 2), ("americas", 1, 1)]
    assert "Hidden House" not in client.get("/en/").content.decode()


def test_the_home_page_hangs_three_ways_in_on_the_string(client: Client, site_root: SiteRoot) -> None:
    MeasurementFactory(indicator=IndicatorFactory(priority=PriorityFactory()), measured_on=date(2026, 3, 31))
    member(country="KE")

    page = client.get("/en/").content.decode()

    assert site_root.home("en").hero in page
    assert 'action="/en/search/"' in page
    assert 'aria-label="50 per cent of the way"' in page
    assert "1 of 1 measure on course" in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_each_home_page_leads_to_its_translations(client: Client, site_root: SiteRoot, language: str) -> None:
    page = client.get(f"/{language}/").content.decode()

    links = [f'<a href="/{code}/" lang="{code}" hreflang="{code}"' in page for code in ("en", "fr", "es")]
    assert links == [True, True, True]


def test_news_and_coming_events_are_of_this_language_and_the_past_is_gone(client: Client, site_root: SiteRoot) -> None:
    news, events = news_index(site_root), event_index(site_root)
    under(news, NewsPage, title="Seven join", slug="seven", dated_on=date(2026, 5, 12), lede="Welcome.")
    for title, days in (("Yesterday’s talk", -1), ("Tomorrow’s talk", 1)):
        starts_at = timezone.now() + timedelta(days=days)
        under(events, EventPage, title=title, slug=f"talk{days + 1}", starts_at=starts_at, place="Online")

    english, french = (client.get(f"/{code}/").content.decode() for code in ("en", "fr"))

    assert ["Seven join" in english, "Tomorrow’s talk" in english, "Yesterday’s talk" in english] == [True, True, False]
    assert "Seven join" not in french


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_home_page_costs_the_same_with_one_and_three_of_everything(client: Client, site_root: SiteRoot) -> None:
    news, priority = news_index(site_root), PriorityFactory()
    counts = []
    for number in (1, 2, 3):
        case_study(site_root)
        under(news, NewsPage, title="News", slug=f"n{number}", dated_on=date(2026, 5, number), lede="News.")
        MeasurementFactory(indicator=IndicatorFactory(priority=priority), measured_on=date(2026, 3, number))
        member(country=("KE", "TG", "PE")[number - 1])
        client.get("/en/")
        counts.append(queries_of(client, "/en/"))

    # Inside a test’s transaction nothing is remembered from one request to the next; readers pay a third of this.
    assert counts[0] == counts[1] == counts[2] <= 32


@pytest.mark.parametrize(
    ("asked", "cookie", "leads_to"),
    [("fr-CH, fr;q=0.9, en;q=0.5", "", "/fr/"), ("de, pt", "", "/en/"), ("fr", "es", "/es/"), ("ar, fr", "", "/fr/")],
)
def test_the_root_leads_to_the_readers_language(
    client: Client, site_root: SiteRoot, asked: str, cookie: str, leads_to: str
) -> None:
    if cookie:
        client.cookies["django_language"] = cookie

    answer = client.get("/", headers={"accept-language": asked})

    assert (answer.status_code, answer["Location"]) == (302, leads_to)
    assert answer["Vary"] == "Accept-Language, Cookie"


def test_members_are_counted_and_a_link_says_that_it_leads_to_studies(client: Client, site_root: SiteRoot) -> None:
    member(country="KE")

    page = " ".join(client.get("/en/").content.decode().split())

    assert '<li><span class="num">1</span><span><b>Africa</b>' in page
    assert '<a href="/en/search/?place=africa">Case studies from there<span class="vh">: Africa</span></a>' in page
