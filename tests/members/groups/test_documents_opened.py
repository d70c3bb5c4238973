"""A co-chair opens one document to a person from outside the group, and closes it again."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.delivery.models import Delivery, Rendering
from members.groups import actions, queries
from members.groups.actions import DocumentRefused, GroupRefused
from members.groups.models import Document, Group
from members.groups.rules import Role, Visibility
from tests.factories.accounts import UserFactory
from tests.factories.groups import DocumentFactory, GroupFactory, VersionFactory, person_in, person_of_the_network
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


def document_of(group: Group, **fields: object) -> Document:
    document: Document = DocumentFactory(group=group, **fields)
    VersionFactory(document=document, author=person_in(group))
    return document


def test_a_colleague_is_let_in_and_told_once(now: datetime) -> None:
    group = GroupFactory()
    co_chair, colleague = person_in(group, role=Role.CO_CHAIR), person_of_the_network(email="wen@a.example")
    document = document_of(group)

    actions.open_document(document, to=colleague, by=co_chair, now=now)
    actions.open_document(document, to=colleague, by=co_chair, now=now)

    assert list(queries.people_let_in(document)) == [colleague]
    assert list(queries.documents_opened_to(colleague, on=now.date())) == [document]
    assert Delivery.objects.get().address == "wen@a.example"
    assert "opened its document “Safeguarding checklist” to you" in Rendering.objects.get().text


def test_what_was_opened_is_closed_again(now: datetime) -> None:
    group = GroupFactory()
    co_chair, colleague = person_in(group, role=Role.CO_CHAIR), person_of_the_network()
    document = document_of(group)
    actions.open_document(document, to=colleague, by=co_chair, now=now)

    actions.close_document(document, to=colleague, by=co_chair, now=now)

    assert not queries.people_let_in(document)
    assert queries.version_readable(document.key, number=1, person=colleague, on=now.date()) is None


def test_whoever_reads_the_group_needs_no_exception(now: datetime) -> None:
    group = GroupFactory()
    document = document_of(group)

    actions.open_document(document, to=person_in(group), by=person_in(group, role=Role.CO_CHAIR), now=now)

    assert not queries.people_let_in(document)
    assert not Delivery.objects.exists()


def test_a_stranger_is_not_let_in(now: datetime) -> None:
    group = GroupFactory()

    with pytest.raises(DocumentRefused, match="acts for no member organisation today"):
        actions.open_document(document_of(group), to=UserFactory(), by=person_in(group, role=Role.CO_CHAIR), now=now)


def test_a_member_opens_and_closes_nothing(now: datetime) -> None:
    group = GroupFactory()
    document, member, colleague = document_of(group), person_in(group), person_of_the_network()

    with pytest.raises(GroupRefused, match="Only a co-chair"):
        actions.open_document(document, to=colleague, by=member, now=now)
    with pytest.raises(GroupRefused, match="Only a co-chair"):
        actions.close_document(document, to=colleague, by=member, now=now)

    assert not queries.people_let_in(document)


def test_a_co_chair_opens_it_on_its_page_and_the_colleague_finds_it(group: Group, client: Client) -> None:
    document, colleague = document_of(group), person_of_the_network(email="wen@a.example", name="Wen Castellanos")
    page = f"/en/groups/participation/documents/{document.key}/readers/"
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    shown = client.post(page, {"email": "wen@a.example"}, follow=True).content.decode()
    client.force_login(colleague)
    groups = client.get("/en/groups/").content.decode()

    assert "Close it to Wen Castellanos" in shown
    assert "Documents opened to you" in groups and "Safeguarding checklist" in groups
    assert client.get(f"/en/groups/documents/{document.key}/1/").status_code == 302


def test_a_co_chair_closes_it_on_its_page(group: Group, client: Client, now: datetime) -> None:
    document, colleague = document_of(group), person_of_the_network()
    co_chair = person_in(group, role=Role.CO_CHAIR)
    actions.open_document(document, to=colleague, by=co_chair, now=now)
    client.force_login(co_chair)

    client.post(f"/en/groups/participation/documents/{document.key}/close/", {"person": colleague.pk})

    assert not queries.people_let_in(document)


def test_an_address_that_nobody_has_is_said_and_kept(group: Group, client: Client) -> None:
    document = document_of(group)
    client.force_login(person_in(group, role=Role.CO_CHAIR))
    page = f"/en/groups/participation/documents/{document.key}/readers/"

    answer = client.post(page, {"email": "nobody@b.example"}).content.decode()

    assert "Nobody of the network signs in with this address." in answer
    assert 'value="nobody@b.example"' in answer


@pytest.mark.parametrize("way", ["readers", "close"])
def test_a_member_of_the_group_finds_no_such_page(group: Group, client: Client, way: str) -> None:
    document = document_of(group)
    client.force_login(person_in(group))

    answer = client.post(f"/en/groups/participation/documents/{document.key}/{way}/", {"email": "x@a.example"})

    assert answer.status_code == 404


def test_nothing_is_closed_to_somebody_it_was_not_opened_to(group: Group, client: Client) -> None:
    document = document_of(group)
    client.force_login(person_in(group, role=Role.CO_CHAIR))
    address = f"/en/groups/participation/documents/{document.key}/close/"

    assert client.post(address, {"person": person_of_the_network().pk}).status_code == 404


def test_a_document_of_another_group_is_not_opened_here(group: Group, client: Client) -> None:
    document = document_of(GroupFactory())
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    assert client.get(f"/en/groups/participation/documents/{document.key}/readers/").status_code == 404


def test_the_list_of_groups_takes_the_same_queries_for_one_opened_document_and_for_three(
    group: Group, client: Client, now: datetime
) -> None:
    colleague, co_chair = person_of_the_network(), person_in(group, role=Role.CO_CHAIR)
    client.force_login(colleague)
    counts = []
    for number in (1, 2):
        for _document in range(number):
            actions.open_document(document_of(group), to=colleague, by=co_chair, now=now)
        client.get("/en/groups/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/groups/")
        counts.append(len(captured))

    assert counts[0] == counts[1]
