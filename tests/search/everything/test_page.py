"""The members' page: what is shown of each kind of thing, to whom, at which cost."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.groups.models import Group
from members.groups.rules import Visibility
from search.actions import replay
from tests.factories.accounts import UserFactory
from tests.factories.groups import discussion
from tests.search.everything.conftest import Network, Page

pytestmark = pytest.mark.django_db
ADDRESS = "/en/search/everything/"
MOST_QUERIES = 30


def titles(page: str) -> list[str]:
    found = re.findall(r"<h3><a[^>]*>(.*?)</a>", page)
    return [re.sub(r"</?mark>", "", title) for title in found]


def test_a_stranger_is_not_let_in(client: Client, built: Network) -> None:
    assert client.get(ADDRESS).status_code == 302

    client.force_login(UserFactory())
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}complete/", {"q": "wells"}).status_code == 404


def test_a_member_finds_what_the_network_reads(built: Network, page_for: Page) -> None:
    page = page_for(built.member, q="wells")

    assert titles(page) == ["Wells in schools"]
    assert "<b>1 result</b>" in page
    assert "<b>Discussion</b>" in page
    assert "Children’s participation" in page


def test_a_co_chair_finds_the_room_as_well(built: Network, page_for: Page) -> None:
    page = page_for(built.insider, q="wells")

    assert sorted(titles(page)) == ["Map of the wells", "Wells in schools", "Wells that leak zanzibarite"]


def test_the_text_of_a_document_is_searched_and_marked(built: Network, page_for: Page) -> None:
    page = page_for(built.insider, q="quicksilver")

    assert titles(page) == ["Map of the wells"]
    assert "<mark>quicksilver</mark>" in page


@pytest.mark.parametrize(
    "asked", ["zanzibarite", "zanzibarit", "zanzi*", '"wells that leak"', "quicksilver", "quicksilvr"]
)
def test_a_curious_member_learns_nothing(built: Network, page_for: Page, client: Client, asked: str) -> None:
    shown = page_for(built.member, q=asked)
    offered = client.get(f"{ADDRESS}complete/", {"q": asked[:5]}).json()["completions"]

    told = shown.replace(asked, "") + str([offer["label"] for offer in offered])
    assert "zanzibarite" not in told
    assert "quicksilver" not in told
    assert "quiet-room" not in told


def test_a_kind_is_chosen_and_taken_away_again(built: Network, page_for: Page) -> None:
    page = page_for(built.insider, q="wells", kind="document")

    assert titles(page) == ["Map of the wells"]
    assert 'name="kind" value="document" checked' in page
    assert 'name="kind" value="discussion"' in page
    assert 'href="?q=wells"' in page


def test_a_group_that_is_not_known_is_no_filter(built: Network, page_for: Page) -> None:
    assert "quiet-room" in page_for(built.insider)
    assert "quiet-room" not in page_for(built.member)


def test_what_the_index_still_has_is_not_shown_once_it_is_closed(built: Network, page_for: Page) -> None:
    """The worker is a moment behind; the page is not."""
    Group.objects.update(visibility=Visibility.HIDDEN.value)
    built.member.group_memberships.all().delete()

    page = page_for(built.member, q="wells")

    assert titles(page) == []
    assert "Wells in schools" not in page
    assert "1 result" not in page


def test_nothing_found_says_so_and_leads_on(built: Network, page_for: Page) -> None:
    page = page_for(built.member, q="qqqqzzzz")

    assert "Nothing that you may read has these words" in page
    assert "<q>qqqqzzzz</q>" in page
    assert 'href="/en/groups/"' in page


@pytest.mark.parametrize(("language", "words"), [("fr", "Trier par"), ("es", "Ordenar por")])
def test_the_page_speaks_the_readers_language(built: Network, page_for: Page, language: str, words: str) -> None:
    assert words in page_for(built.member, language, q="wells")


def test_completion_leads_to_the_thing_itself(built: Network, client: Client) -> None:
    client.force_login(built.insider)

    (offer,) = client.get(f"{ADDRESS}complete/", {"q": "map of"}).json()["completions"]
    response = client.get(offer["href"])

    assert (offer["label"], offer["name"]) == ("Map of the wells", "Document")
    assert response.status_code == 302
    client.force_login(built.member)
    assert client.get(offer["href"]).status_code == 404


def test_it_costs_as_much_for_one_hit_as_for_many(built: Network, client: Client, now: datetime) -> None:
    client.force_login(built.insider)
    client.get(ADDRESS, {"q": "zanzibarite"})
    with CaptureQueriesContext(connection) as for_one:
        client.get(ADDRESS, {"q": "zanzibarite"})
    for number in range(4):
        discussion(built.closed, author=built.insider, title=f"Zanzibarite {number}")
    replay()

    with CaptureQueriesContext(connection) as for_many:
        assert b"<b>5 results</b>" in client.get(ADDRESS, {"q": "zanzibarite"}).content

    assert len(for_many) == len(for_one) <= MOST_QUERIES
    with CaptureQueriesContext(connection) as for_all:
        client.get(ADDRESS)
    assert len(for_all) <= MOST_QUERIES


def test_a_page_past_the_end_leads_back(built: Network, page_for: Page) -> None:
    page = page_for(built.insider, q="wells", page="9")

    assert titles(page) == []
    assert "Go to the last page" in page


def test_the_header_of_the_members_space_leads_here(built: Network, client: Client) -> None:
    client.force_login(built.member)

    assert f'href="{ADDRESS}"' in client.get("/en/today/").content.decode()
