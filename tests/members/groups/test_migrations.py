"""Requests to join that were made before they had keys get one each, and lose nothing on the way back."""

from datetime import datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from members.groups.models import JoinRequest
from tests.factories.groups import GroupFactory, person_of_the_network

pytestmark = pytest.mark.django_db(transaction=True)
WITH_KEYS = [("groups", "0003_one_key_for_each_request")]


def test_requests_get_keys_and_can_go_back(now: datetime) -> None:
    for _number in range(2):
        JoinRequest.objects.create(group=GroupFactory(), person=person_of_the_network(), asked_at=now)

    try:
        MigrationExecutor(connection).migrate([("groups", "0001_initial")])
        MigrationExecutor(connection).migrate(WITH_KEYS)
        keys = list(JoinRequest.objects.values_list("key", flat=True))
    finally:
        latest = MigrationExecutor(connection)
        latest.migrate([node for node in latest.loader.graph.leaf_nodes() if node[0] == "groups"])

    assert len(set(keys)) == 2
    assert {len(key) for key in keys} == {10}
