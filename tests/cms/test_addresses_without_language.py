"""An address without a language is sent on where something is there, and nowhere else."""

import pytest
from django.test import Client

from cms.models import StandardPage
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def water(site_root: SiteRoot) -> StandardPage:
    home = site_root.home("en")
    made: StandardPage = home.add_child(instance=StandardPage(title="Water", slug="water", locale=home.locale))
    return made


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/nowhere", "/wp-login.php", "/water/rain/", "/.env", "/de/", "/%2e%2e/"]
)
def test_what_is_nowhere_is_not_found_at_once(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "there"),
    [("/water/", "/en/water/"), ("/water", "/en/water/"), ("/search/", "/en/search/"), ("/plan/?a=b", "/en/plan/?a=b")],
)
def test_what_is_there_is_found_in_the_readers_language(client: Client, path: str, there: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer["Location"]) == (302, there)


def test_a_page_that_is_not_public_yet_leads_nowhere(client: Client, water: StandardPage) -> None:
    water.unpublish()

    assert client.get("/water/").status_code == 404


def test_a_page_of_another_language_is_not_promised_in_this_one(client: Client) -> None:
    assert client.get("/water/", headers={"accept-language": "fr"}).status_code == 404


def test_robots_are_told_where_the_map_is(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://testserver/sitemap.xml" in answer.content.decode()
    assert "Disallow: /admin/" in answer.content.decode()


def test_a_browser_that_reads_no_link_finds_the_icon(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, "/static/img/mark.svg")
