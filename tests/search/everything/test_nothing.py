"""Nothing found, and what the members' page says of it."""

import pytest
from django.test import Client

from tests.search.everything.conftest import Network, Page

pytestmark = pytest.mark.django_db


def test_nonsense_finds_nothing_whatever_stands_between_the_words(built: Network, page_for: Page) -> None:
    page = page_for(built.member, q="xqzzy AND OR wvut")

    assert "Nothing that you may read has these words" in page
    assert "Found nowhere: <q>xqzzy</q>, <q>wvut</q>, nor a word spelled like it." in " ".join(page.split())


def test_one_word_too_many_is_left_out_and_what_the_others_find_is_one_press_away(
    built: Network, page_for: Page
) -> None:
    page = page_for(built.member, q="wells AND xqzzy")

    assert "Without the rarest word" in page
    assert '<a href="?q=wells">1 result: <b>wells</b></a>, leaving out <s>xqzzy</s>.' in page


def test_what_only_others_may_read_is_not_counted_among_what_fewer_words_find(built: Network, page_for: Page) -> None:
    page = page_for(built.member, q="quicksilver AND xqzzy")

    assert "Nothing either." in page


def test_a_question_without_a_word_says_so_above_everything(built: Network, page_for: Page) -> None:
    page = page_for(built.member, q="AND OR")

    assert "“AND OR” has no word to search for, so this is everything." in page
    assert "Wells in schools" in page


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [("kind", "zzz", "What it is"), ("group", "quiet-room", "Working group"), ("when", "2026-13", "Date")],
)
def test_a_value_that_a_filter_does_not_have_is_named_and_taken_away_by_one_press(
    built: Network, page_for: Page, field: str, value: str, name: str
) -> None:
    page = page_for(built.member, **{"q": "wells", field: value})

    assert f"“{value}” is nothing that can be chosen under “{name}”." in page
    assert '<a href="?q=wells">Search without it</a>' in page


def test_what_cannot_be_a_value_at_all_is_said_too(built: Network, client: Client) -> None:
    client.force_login(built.member)

    page = client.get("/en/search/everything/", {"kind": "</q>"}).content.decode()

    assert "“&lt;/q&gt;” is nothing that can be chosen, and was left out." in page
