"""How many questions the database gets: few, and as many for much as for little."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.models import CaseStudyPage, NewsPage
from search.actions import rebuild
from tests.factories.cms import case_study
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
# Inside a test's transaction a process remembers nothing of the site, its menu and what is closed; readers pay less.
AS_SERVED = pytest.mark.django_db(transaction=True)
TAG = Template("{% load studies_like %}{% studies_like page %}")


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process looks ten times a second whether anything was written; on a slow machine that is between two asks."""
    monkeypatch.setattr("cms.front.generation.LOOK_EVERY_SECONDS", 3600.0)


def cost(ask: Callable[[], object]) -> int:
    """Of the second time: the first one fills what a process keeps."""
    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def library(site_root: SiteRoot, *, count: int, now: datetime) -> list[CaseStudyPage]:
    pages = [case_study(site_root, title=f"A well for school {number}") for number in range(count)]
    rebuild(now=now)
    return pages


@AS_SERVED
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", ["/en/search/?q=well", "/en/search/", "/fr/search/?q=well&sort=newest"])
def test_a_page_of_results_costs_the_same_however_many_there_are(
    site_root: SiteRoot, site_engine: str, client: Client, now: datetime, count: int, address: str
) -> None:
    """The edition of the vocabularies, which translations, the studies, their chosen values."""
    library(site_root, count=count, now=now)

    assert cost(lambda: client.get(address)) == 4


@AS_SERVED
def test_the_similar_studies_take_five_queries(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    first, *_others = library(site_root, count=4, now=now)
    context = Context({"page": first, "request": RequestFactory().get("/en/")})

    assert TAG.render(context).count("<li>") == 3
    assert cost(lambda: TAG.render(context)) <= 5


def test_completion_asks_the_database_which_site_it_is_and_nothing_else(
    site_root: SiteRoot, site_engine: str, client: Client, now: datetime
) -> None:
    library(site_root, count=1, now=now)

    assert cost(lambda: client.get("/en/search/complete/", {"q": "well"})) <= 1


@pytest.mark.parametrize("count", [1, 4])
def test_members_pay_as_much_for_one_study_as_for_four(
    site_root: SiteRoot, site_engine: str, client: Client, now: datetime, count: int
) -> None:
    """Three of them are asked by the header and the site; restrictions are asked for the words, and for the hits."""
    library(site_root, count=count, now=now)
    client.force_login(delegate_of(member()))

    assert cost(lambda: client.get("/en/search/everything/?q=well")) <= 15


@pytest.mark.parametrize("count", [1, 4])
def test_members_pay_as_much_for_one_page_as_for_four(
    site_root: SiteRoot, site_engine: str, client: Client, now: datetime, count: int
) -> None:
    for number in range(count):
        site_root.homes["en"].add_child(instance=NewsPage(title=f"Well {number}", lede="Dug.", dated_on=now.date()))
    rebuild(now=now)
    client.force_login(delegate_of(member()))

    assert cost(lambda: client.get("/en/search/everything/?q=well")) <= 16
