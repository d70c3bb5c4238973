from datetime import datetime, timedelta

import pytest

from members.groups import actions
from members.groups.actions import GroupRefused
from members.groups.models import GroupMembership
from members.groups.rules import Joining, Role
from tests.factories.groups import GroupFactory, person_of_the_network

pytestmark = pytest.mark.django_db


def test_somebody_whose_membership_begins_later_is_told_so_and_not_joined_twice(now: datetime) -> None:
    group = GroupFactory(joining=Joining.OPEN)
    person = person_of_the_network()
    later = now.date() + timedelta(days=7)
    GroupMembership.objects.create(group=group, person=person, role=Role.MEMBER, from_on=later)

    with pytest.raises(GroupRefused, match="or you are in it already"):
        actions.join_group(group, person=person, now=now)

    assert GroupMembership.objects.get().from_on == later
