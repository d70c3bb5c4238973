"""The demo network is what the issue promises, and is made by the product's own actions."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from cms.demo import network, rows
from cms.demo.network import Network
from members.organisations.models import Contact
from members.organisations.queries import standings
from members.organisations.rules import Right

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def test_the_network_has_some_forty_organisations_in_thirty_countries_and_a_hundred_people() -> None:
    organisations, people = rows.organisations(), rows.people()

    assert len(organisations) >= 40
    assert len({row.country for row in organisations}) >= 30
    assert len(people) == 100
    assert len({row.name for row in people}) == 100


def test_every_address_of_the_demo_is_one_that_cannot_exist() -> None:
    assert network.DOMAIN.endswith(".example")


@pytest.mark.django_db
def test_the_network_stands_with_roles_terms_and_dues() -> None:
    made = Network(now=NOW, password="a-b-c")

    network.build(made)

    found = standings(made.organisations.values(), on=made.today)
    voters = [slug for slug, organisation in made.organisations.items() if found[organisation.pk].may(Right.VOTE)]
    assert len(voters) == 40
    assert "ligue-petit-fleuve" not in voters
    assert "east-shore" not in voters
    roles = Counter(Contact.objects.values_list("role", flat=True))
    assert roles["primary"] == len(made.organisations)
    assert made.people["teodora"].check_password("a-b-c")
