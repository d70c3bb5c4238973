"""Addresses in all languages: what leads where, what search engines are told, and what the switch says."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import Locale, Page

from cms.languages import translated
from cms.languages.text import direction_of
from cms.models import StandardPage
from cms.templatetags.plenary import lang_text
from home.models import HomePage
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.factories.cms import standard_page, under
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
WORDS = [("plain", {"heading": "We", "text": "We are many.", "symbol": "4"})]


@pytest.fixture
def arabic(site_root: SiteRoot) -> HomePage:
    locale = Locale.objects.get_or_create(language_code="ar")[0]
    home = HomePage(title="كايت", slug="home-ar", locale=locale, hero="يثبت الحق", live=True)
    home.translation_key = site_root.home("en").translation_key
    return Page.objects.get(pk=site_root.root.pk).add_child(instance=home)


def told(client: Client, path: str) -> dict[str, str]:
    """What the page says to search engines: language → address; `canonical` too."""
    html = client.get(path).content.decode()
    found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)
    return {**found, **({"canonical": canonical[1]} if canonical else {})}


def test_an_arabic_page_runs_from_right_to_left(client: Client, arabic: HomePage) -> None:
    html = client.get("/ar/").content.decode()

    assert '<html lang="ar" dir="rtl">' in html
    assert "انتقل إلى المحتوى" in html
    assert '<html lang="en" dir="ltr">' in client.get("/en/").content.decode()


def test_search_engines_are_told_of_real_translations_only(client: Client, site_root: SiteRoot) -> None:
    english = standard_page(site_root)
    standard_page(site_root, language="fr", slug="a-propos", translation_key=english.translation_key)

    assert told(client, "/en/about/?utm=1") == {
        "en": "http://testserver/en/about/",
        "fr": "http://testserver/fr/a-propos/",
        "x-default": "http://testserver/en/about/",
        "canonical": "http://testserver/en/about/",
    }


def test_a_page_in_one_language_has_no_alternates(client: Client, site_root: SiteRoot) -> None:
    standard_page(site_root)

    assert told(client, "/en/about/") == {"canonical": "http://testserver/en/about/"}


def test_the_home_pages_default_is_the_negotiator(client: Client, arabic: HomePage) -> None:
    found = told(client, "/fr/")

    assert found.pop("x-default") == "http://testserver/"
    assert set(found) == {"en", "fr", "es", "ar", "canonical"}


def test_a_list_is_canonical_by_sheet_and_not_by_question(client: Client, site_root: SiteRoot) -> None:
    assert told(client, "/en/search/?q=budget&page=2")["canonical"] == "http://testserver/en/search/?page=2"
    assert told(client, "/en/search/?q=budget&page=1")["canonical"] == "http://testserver/en/search/"
    assert told(client, "/en/search/")["ar"] == "http://testserver/ar/search/"


def test_what_is_written_in_the_interface_languages_names_no_other(client: Client, site_root: SiteRoot) -> None:
    assert set(told(client, "/fr/plan/")) == {"en", "fr", "es", "x-default", "canonical"}


@pytest.mark.parametrize("path", ["/en/accounts/login/", "/en/nowhere/"])
def test_what_is_no_content_tells_search_engines_nothing(client: Client, site_root: SiteRoot, path: str) -> None:
    assert told(client, path) == {}


def test_words_for_children_lead_to_words_for_children(client: Client, site_root: SiteRoot) -> None:
    english = standard_page(site_root, children_title="For you", children_body=WORDS)
    french = {"translation_key": english.translation_key, "slug": "a-propos"}
    standard_page(site_root, language="fr", children_title="Pour toi", children_body=WORDS, **french)
    standard_page(site_root, language="es", slug="quienes-somos", translation_key=english.translation_key)

    found = told(client, "/en/children/about/")

    assert {code: url for code, url in found.items() if code != "x-default"} == {
        "en": "http://testserver/en/children/about/",
        "fr": "http://testserver/fr/children/a-propos/",
        "canonical": "http://testserver/en/children/about/",
    }


def test_the_switch_says_where_it_only_leads_home(client: Client, arabic: HomePage, site_root: SiteRoot) -> None:
    standard_page(site_root)

    html = client.get("/en/about/").content.decode()

    there = re.search(r'<a href="/ar/"[^>]*>(.*?)</a>', html)
    assert there is not None
    assert 'title="home page; this page is not translated"' in there[0]
    assert '<span class="vh" lang="en" dir="auto"> – home page; this page is not translated</span>' in there[1]
    assert html.count("this page is not translated</span>") == 3


@pytest.mark.parametrize("path", ["today/", "accounts/login/", "directory/", "decisions/", "groups/?x=1"])
def test_what_is_no_content_leads_to_the_browsers_language(client: Client, arabic: HomePage, path: str) -> None:
    answer = client.get(f"/ar/{path}", headers={"accept-language": "ar, es;q=0.5, en;q=0.1"})

    assert (answer.status_code, answer["Location"]) == (307, f"/es/{path}")
    assert answer["Vary"] == "Accept-Language, Cookie"


def test_members_are_led_to_their_own_language(client: Client, arabic: HomePage) -> None:
    person = delegate_of(member(), language="fr")
    client.force_login(person)

    answer = client.get("/ar/today/", headers={"accept-language": "es"}, follow=True)

    assert answer.redirect_chain == [("/fr/today/", 307)]
    assert '<html lang="fr" dir="ltr">' in answer.content.decode()


def test_what_was_typed_is_taken_along(client: Client, arabic: HomePage) -> None:
    answer = client.post("/ar/accounts/login/", {"login": "somebody@kite.example"})

    assert (answer.status_code, answer["Location"]) == (307, "/en/accounts/login/")


def test_no_reader_is_led_away_from_the_language_in_the_address(client: Client, arabic: HomePage) -> None:
    client.force_login(UserFactory(language="fr"))

    answers = [client.get(path, headers={"accept-language": "es"}) for path in ("/ar/", "/ar/bulletin/")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert all('lang="ar" dir="rtl"' in answer.content.decode() for answer in answers)


def test_the_switch_of_members_offers_the_interfaces_languages(client: Client, arabic: HomePage) -> None:
    client.force_login(delegate_of(member()))

    among_members: Any = client.get("/en/today/").context["front_door"].languages
    in_public: Any = client.get("/en/search/").context["front_door"].languages

    assert [one.code for one in among_members] == ["en", "fr", "es"]
    assert [one.code for one in in_public] == ["en", "fr", "es", "ar"]


def test_the_admin_speaks_a_language_of_the_interface(client: Client, arabic: HomePage) -> None:
    sign_in_with_second_factor(client, StaffFactory(language="en"))

    html = client.get("/admin/", headers={"accept-language": "ar"}).content.decode()

    assert 'lang="en"' in html
    assert 'dir="rtl"' not in html


@pytest.mark.parametrize(("asked", "leads_to"), [("ar", "/ar/"), ("sw, ar;q=0.5", "/ar/"), ("sw", "/en/")])
def test_the_negotiator_leads_to_a_home_page_that_is_there(
    client: Client, arabic: HomePage, asked: str, leads_to: str
) -> None:
    assert client.get("/", headers={"accept-language": asked})["Location"] == leads_to


def test_the_negotiator_passes_by_a_home_page_that_is_not_published(client: Client, arabic: HomePage) -> None:
    arabic.unpublish()

    assert client.get("/", headers={"accept-language": "ar, fr;q=0.5"})["Location"] == "/fr/"


def test_feeds_and_calendars_are_arabic_too(client: Client, arabic: HomePage) -> None:
    assert "الأخبار" in client.get("/ar/feeds/news.atom").content.decode()
    assert "X-WR-CALNAME" in client.get("/ar/calendar/events.ics").content.decode()


def test_an_arabic_page_that_does_not_exist_says_so_in_arabic(client: Client, arabic: HomePage) -> None:
    answer = client.get("/ar/nowhere/")

    assert answer.status_code == 404
    assert "هذه الصفحة غير موجودة" in answer.content.decode()


def test_figures_of_a_page_are_arabic(client: Client, arabic: HomePage) -> None:
    under(arabic, StandardPage, title="في عام 2026", slug="about", lede="12 بلداً")

    html = client.get("/ar/about/").content.decode()

    assert "<h1>في عام ٢٠٢٦</h1>" in html
    assert "١٢ بلداً" in html


def test_a_text_that_had_to_come_in_another_script_is_marked_with_its_direction() -> None:
    with translation.override("ar"):
        assert lang_text(translated(en="Kite")) == '<span lang="en" dir="ltr">Kite</span>'
    with translation.override("fr"):
        assert lang_text(translated(en="Kite")) == '<span lang="en">Kite</span>'
        assert (direction_of("ar"), direction_of("fr")) == ("rtl", "ltr")
