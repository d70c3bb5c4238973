"""The groups of the demo network have life in them, and keep what they are meant to keep."""

from datetime import datetime

import pytest

from cms.demo import groups, network
from cms.demo.network import Network
from members.groups import queries
from members.groups.models import DocumentVersion, Group, JoinRequest, Topic
from members.groups.rules import Role


@pytest.mark.django_db
def test_a_delegate_finds_life_in_her_groups_and_no_trace_of_the_hidden_one(now: datetime) -> None:
    kite = Network(now=now, password="four corners one string")
    network.build(kite)
    groups.build(kite)
    teodora, noor = kite.people["teodora"], kite.people["noor"]

    entries = queries.groups_seen(teodora, on=kite.today)
    unread = [topic.title for topic in queries.topics_unread(teodora, on=kite.today)]
    place = queries.place_in(Group.objects.get(slug="childrens-participation"), noor, on=kite.today)

    assert (Group.objects.count(), Topic.objects.count(), DocumentVersion.objects.count()) == (5, 8, 4)
    assert {entry.group.slug: entry.role for entry in entries} == {
        "childrens-participation": Role.MEMBER,
        "climate-and-childhood": None,
        "reporting-to-the-committee": Role.MEMBER,
        "budgets-for-children": None,
    }
    assert unread[0] == "A seat for children on the Executive Committee?"
    assert place is not None
    assert place.role is Role.CO_CHAIR
    assert JoinRequest.objects.get().person == kite.people["tambourin.two"]
