"""The pages of saved searches: a member's own, and nobody else's."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.accounts.models import User
from members.delivery.models import Suppression
from search.actions import saving
from search.models import SavedSearch
from search.rules.questions import Query
from search.rules.saved import MOST_SAVED, Frequency
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.factories.groups import person_of_the_network
from tests.site import SiteRoot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_root")]
NEW = "/en/search/saved/new/?q=wells&theme=children-s-participation"


@pytest.fixture
def reader(client: Client) -> User:
    person = person_of_the_network()
    client.force_login(person)
    return person


@pytest.fixture
def keep(now: datetime) -> Callable[..., SavedSearch]:
    def kept(person: User, words: str = "wells", name: str = "Wells") -> SavedSearch:
        return saving.save_search(person, Query(text=words), name=name, frequency=Frequency.WEEKLY, now=now)

    return kept


def test_a_member_saves_what_they_look_at(client: Client, reader: User) -> None:
    asked = client.get(NEW).content.decode()

    answer = client.post(NEW, {"name": "Wells and children", "frequency": "daily"}, follow=True)

    search = SavedSearch.objects.get()
    assert "<q>wells</q>" in asked
    assert (search.person, search.asked, search.frequency) == (
        reader,
        "?q=wells&theme=children-s-participation",
        "daily",
    )
    assert answer.redirect_chain == [("/en/search/saved/", 302)]
    assert "The search is saved." in answer.content.decode()
    assert 'href="/en/search/?q=wells&amp;theme=children-s-participation">Wells and children</a>' in (
        answer.content.decode()
    )


def test_without_a_name_nothing_is_kept_and_a_sentence_says_why(client: Client, reader: User) -> None:
    answer = client.post(NEW, {"name": " ", "frequency": "daily"})

    assert "Give the search a name." in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_the_fifty_first_is_refused_and_what_was_typed_stays(
    client: Client, reader: User, keep: Callable[..., SavedSearch]
) -> None:
    for number in range(MOST_SAVED):
        keep(reader, f"well {number}")

    content = client.post(NEW, {"name": "One more", "frequency": "daily"}).content.decode()

    assert "You keep 50 searches. Delete one before you save another." in content
    assert 'value="One more"' in content


def test_it_is_renamed_paused_taken_up_and_deleted(
    client: Client, reader: User, keep: Callable[..., SavedSearch]
) -> None:
    search = keep(reader)
    address = f"/en/search/saved/{search.key}/"

    client.post(address, {"name": "Water", "frequency": "at_once"})
    search.refresh_from_db()
    renamed = (search.name, search.frequency)
    client.post(f"{address}pause/")
    search.refresh_from_db()
    rested = search.paused_at is not None
    client.post(f"{address}resume/")
    search.refresh_from_db()
    taken_up = search.paused_at is None
    said = client.post(f"{address}delete/", follow=True).content.decode()

    assert (renamed, rested, taken_up) == (("Water", "at_once"), True, True)
    assert "The search “Water” is deleted." in said
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("what", ["", "pause/", "resume/", "delete/"])
def test_somebody_elses_search_is_not_there_not_even_for_the_secretariat(
    client: Client, keep: Callable[..., SavedSearch], what: str
) -> None:
    search = keep(person_of_the_network())
    address = f"/en/search/saved/{search.key}/{what}"
    codes = []
    client.force_login(person_of_the_network())
    codes.append(client.post(address, {"name": "Mine", "frequency": "daily"}).status_code)
    sign_in_with_second_factor(client, StaffFactory())
    codes.append(client.post(address, {"name": "Mine", "frequency": "daily"}).status_code)

    search.refresh_from_db()
    assert codes == [404, 404]
    assert (search.name, search.paused_at) == ("Wells", None)


@pytest.mark.parametrize("address", ["/en/search/saved/", NEW])
def test_a_stranger_signs_in_first_and_who_is_no_member_finds_nothing(client: Client, address: str) -> None:
    stranger = client.get(address)
    client.force_login(UserFactory())
    outsider = client.get(address)

    assert stranger.status_code == 302
    assert stranger["Location"].startswith("/en/accounts/login/?next=/en/search/saved/")
    assert outsider.status_code == 404


@pytest.mark.parametrize("what", ["pause/", "resume/", "delete/"])
def test_a_link_alone_changes_nothing(
    client: Client, reader: User, keep: Callable[..., SavedSearch], what: str
) -> None:
    search = keep(reader)

    assert client.get(f"/en/search/saved/{search.key}/{what}").status_code == 405
    assert SavedSearch.objects.filter(paused_at=None).count() == 1


def test_whoever_stopped_the_mails_reads_it_and_takes_it_back(client: Client, reader: User, now: datetime) -> None:
    Suppression.objects.create(address=reader.email, stream="saved_search", reason="Pressed.", since_at=now)
    stopped = client.get("/en/search/saved/").content.decode()

    client.post("/en/search/saved/hear-again/")

    assert "These mails are stopped" in stopped
    assert not Suppression.objects.exists()
    assert "These mails are stopped" not in client.get("/en/search/saved/").content.decode()


def test_the_list_takes_as_many_queries_for_three_searches_as_for_one(
    client: Client, reader: User, keep: Callable[..., SavedSearch]
) -> None:
    counts = []
    for names in (["One"], ["Two", "Three"]):
        for name in names:
            keep(reader, name, name)
        client.get("/en/search/saved/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/search/saved/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_who_keeps_nothing_yet_reads_how_it_goes(client: Client, reader: User, site_root: SiteRoot) -> None:
    content = client.get("/en/search/saved/").content.decode()

    assert "You keep no search yet." in content
