from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from cms.models import StandardPage
from home.context_processors import FrontDoor, front_door
from members.accounts.models import User
from members.organisations.rules import Role
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.organisations import ContactFactory, delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def door(path: str, user: User | AnonymousUser | None = None) -> FrontDoor:
    request = RequestFactory().get(path, {"year": "2026"})
    request.session = SessionBase()
    request.user = user or AnonymousUser()
    request.resolver_match = resolve(path)
    return front_door(request)["front_door"]


def test_a_views_languages_are_the_same_page_with_the_same_questions() -> None:
    with translation.override("fr"):
        found = door("/fr/plan/").languages

    assert [(one.code, one.name, one.url, one.current) for one in found] == [
        ("en", "English", "/en/plan/?year=2026", False),
        ("fr", "Français", "/fr/plan/?year=2026", True),
        ("es", "Español", "/es/plan/?year=2026", False),
        ("ar", "العربيّة", "/ar/plan/?year=2026", False),
    ]


def test_a_page_leads_to_its_translations_and_else_to_the_home_page(client: Client, site_root: SiteRoot) -> None:
    english = standard_page(site_root, slug="about")
    standard_page(site_root, language="fr", slug="a-propos", translation_key=english.translation_key)

    languages: Any = client.get("/en/about/").context["front_door"].languages

    assert [one.url for one in languages] == ["/en/about/", "/fr/a-propos/", "/es/", "/ar/"]
    assert [one.translated for one in languages] == [True, True, False, False]


def test_a_page_that_does_not_exist_leads_home(client: Client, site_root: SiteRoot) -> None:
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()

    assert [one.url for one in front_door(request)["front_door"].languages] == ["/en/", "/fr/", "/es/", "/ar/"]


def test_the_menus_mark_where_the_reader_is() -> None:
    with translation.override("en"):
        found = door("/en/plan/children/")
        here = [item.label for item in found.menu if item.current]
        among_members = [item.label for item in door("/en/decisions/").members_menu if item.current]

    assert (here, among_members) == (["Our plan"], ["Decisions"])
    assert found.help_url == "/en/plan/children/#help"


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/en/search/", "Case studies"),
        ("/en/case-studies/a-court-that-explains-itself/", "Case studies"),
        ("/en/news/", "News and events"),
        ("/en/events/general-assembly-closes/", "News and events"),
    ],
)
def test_the_menu_marks_a_part_of_the_site_whose_pages_lie_elsewhere(path: str, part: str) -> None:
    with translation.override("en"):
        assert [item.label for item in door(path).menu if item.current] == [part]


def test_members_act_for_the_organisation_that_they_speak_for() -> None:
    spoken_for, read_for = member(name="Zebra House"), member(name="Aardvark House")
    person = delegate_of(spoken_for)
    ContactFactory(user=person, organisation=read_for, role=Role.BULLETIN)

    assert door("/en/plan/", person).acting_for == spoken_for


def test_somebody_with_another_role_acts_for_that_organisation_and_staff_for_none() -> None:
    read_for = member()
    reader = ContactFactory(organisation=read_for, role=Role.BULLETIN).user

    assert door("/en/plan/", reader).acting_for == read_for
    assert door("/en/plan/", StaffFactory()).acting_for is None


def test_an_anonymous_reader_of_a_view_costs_no_query() -> None:
    with translation.override("en"), CaptureQueriesContext(connection) as asked:
        found = door("/en/plan/")
        assert (len(found.languages), found.acting_for) == (4, None)

    assert len(asked) == 0


def test_the_menu_ends_with_the_pages_that_editors_put_there(site_root: SiteRoot) -> None:
    for slug, fields in (
        ("water", {"show_in_menus": True}),
        ("draft", {"show_in_menus": True, "live": False}),
        ("sky", {}),
        ("private", {"show_in_menus": True}),
        ("about", {"show_in_menus": True}),
    ):
        page = StandardPage(title=slug.title(), slug=slug, locale=site_root.home("en").locale, **fields)
        site_root.home("en").add_child(instance=page)
    restricted = Page.objects.get(slug="private")
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)

    with translation.override("en"):
        labels = [(item.label, item.current) for item in door("/en/water/").menu]
    with translation.override("fr"):
        in_french = [item.label for item in door("/fr/").menu]

    assert labels[4:] == [("About us", False), ("Water", True)]
    assert len(in_french) == 5
