"""The directory: what narrows it, what its filters count, its sheets."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.languages import translated
from members.organisations.views.directory import PAGE
from tests.factories.organisations import PersonFactory, member
from tests.site import SiteRoot

FIRST = r'<h3><a href="/en/directory/[^"]+">([^<]+)</a></h3>'


@pytest.fixture
def reader(site_root: SiteRoot, client: Client) -> Client:
    client.force_login(PersonFactory(is_staff=True))
    return client


def asked(reader: Client, **query: str | list[str]) -> str:
    return reader.get(reverse("organisations:directory"), query).content.decode()


def names(page: str) -> list[str]:
    return re.findall(FIRST, page)


@pytest.mark.django_db
def test_words_country_and_region_narrow_the_directory(reader: Client) -> None:
    member(name="Lantern Forum", acronym="LFC", country="KE", expertise=translated(en="Schools", fr="Écoles"))
    member(name="Baobab-Parole", country="TG")
    member(name="Snowbell", country="FI")

    found = {
        query: names(asked(reader, q=query))
        for query in ("", "lfc", "lantern forum", "kenya", "school", "ecole", "lantern togo")
    }

    assert found == {
        "": ["Baobab-Parole", "Lantern Forum", "Snowbell"],
        "lfc": ["Lantern Forum"],
        "lantern forum": ["Lantern Forum"],
        "kenya": ["Lantern Forum"],
        "school": ["Lantern Forum"],
        "ecole": [],
        "lantern togo": [],
    }
    assert names(asked(reader, country="KE")) == ["Lantern Forum"]
    assert names(asked(reader, region="africa")) == ["Baobab-Parole", "Lantern Forum"]
    assert names(asked(reader, region=["africa", "europe"], q="o")) == [
        "Baobab-Parole",
        "Lantern Forum",
        "Snowbell",
    ]
    assert "<b>2 organisations</b> in 2 countries" in asked(reader, region="africa")


@pytest.mark.django_db
def test_a_filter_counts_what_the_others_leave_and_never_itself(reader: Client) -> None:
    member(name="Lantern Forum", country="KE")
    member(name="Lantern Street", country="FI")
    member(name="Baobab-Parole", country="TG")

    page = asked(reader, q="lantern", region="africa")

    boxes = re.findall(r'name="region" value="([^"]+)"( checked)?><span>[^<]+</span><span class="n">(\d+)<', page)
    assert boxes == [("africa", " checked", "1"), ("europe", "", "1")]
    assert names(page) == ["Lantern Forum"]


@pytest.mark.django_db
def test_a_long_directory_has_sheets_that_keep_the_question(reader: Client) -> None:
    for number in range(PAGE + 1):
        member(name=f"Lantern {number:02}")

    first, last = asked(reader, q="lantern"), asked(reader, q="lantern", page="2")

    assert len(names(first)) == PAGE
    assert names(last) == [f"Lantern {PAGE:02}"]
    assert 'href="?q=lantern&amp;page=2"' in first


@pytest.mark.django_db
def test_more_organisations_ask_no_more_questions(reader: Client) -> None:
    member()
    asked(reader)
    with CaptureQueriesContext(
        connection,
    ) as one:
        asked(reader)
    member(), member()

    with CaptureQueriesContext(connection) as three:
        asked(reader)

    assert len(three) == len(one)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["page=0", "page=x", "region=mars", "membership=none", "q=" + "x" * 500])
def test_a_directory_answers_whatever_is_asked(reader: Client, query: str) -> None:
    member()

    assert reader.get(f"{reverse('organisations:directory')}?{query}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "name"),
    [("country", "XX", "Country"), ("region", "mars", "Region"), ("membership", "z", "Membership")],
)
def test_what_no_filter_offers_is_named_and_left_by_one_press(
    reader: Client, field: str, value: str, name: str
) -> None:
    member(name="Lantern Forum", country="KE")

    page = asked(reader, **{"q": "lantern", field: value})

    assert f"“{value}” is nothing that can be chosen under “{name}”." in page
    assert f'href="{reverse("organisations:directory")}?q=lantern">Show the directory without it</a>' in page
    assert names(page) == []
