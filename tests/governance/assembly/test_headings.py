"""Each screen begins with its own name: Wagtail's header drops it where the page has a variable `heading`."""

import re

import pytest
from django.test import Client

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.assembly import opened
from tests.governance.assembly.desk import at, read

pytestmark = pytest.mark.django_db
NAMES = {
    "agenda": "Agenda and papers",
    "notices": "Notices",
    "roll": "Roll",
    "room": "Who is there",
    "tellers": "Tellers",
}
FIRST = re.compile(r"<h1[^>]*>(?:\s*<svg.*?</svg>)?\s*([^<]+?)\s*<")


@pytest.mark.parametrize(("screen", "name"), NAMES.items())
def test_a_screen_of_the_assembly_is_headed_by_its_name(client: Client, screen: str, name: str) -> None:
    meeting = opened()
    sign_in_with_second_factor(client, StaffFactory())

    page = read(client, at(meeting, screen))

    assert FIRST.findall(page) == [name]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/admin/offices/new/", "New office"),
        ("/admin/consents/", "Pictures of children"),
        ("/admin/invoice/year/", "Invoice a year"),
        ("/admin/plan-indicators/figures/import/", "Import figures"),
    ],
)
def test_other_screens_of_the_secretariat_are_headed_by_theirs(client: Client, address: str, name: str) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    page = read(client, address)

    assert FIRST.findall(page) == [name]


def test_cells_of_a_table_that_lies_down_name_their_column(client: Client) -> None:
    meeting = opened()
    sign_in_with_second_factor(client, StaffFactory())

    page = read(client, at(meeting, "room"))

    assert page.count('data-l="Delegation"') == len(meeting.organisations) + 1
    assert 'role="table"' in page
