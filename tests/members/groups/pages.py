"""What the tests of a group's pages share."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.accounts.models import User
from members.groups.models import Group
from tests.factories.groups import DocumentFactory, TaskFactory, VersionFactory, discussion, person_in


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def furnish(group: Group, *, author: User, times: int) -> None:
    for number in range(times):
        discussion(group, author=person_in(group), title=f"Topic {number} of {author.pk}")
        VersionFactory(document=DocumentFactory(group=group), author=author)
        TaskFactory(group=group, owner=author)
