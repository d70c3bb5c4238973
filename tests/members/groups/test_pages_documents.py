from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from members.groups import actions, permissions
from members.groups.models import Document, Group
from members.groups.rules import Role, Visibility
from tests.downloads import download
from tests.factories.accounts import StaffFactory
from tests.factories.groups import (
    DocumentFactory,
    GroupFactory,
    MeetingFactory,
    VersionFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.members.groups.pages import furnish, queries_of
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


def test_a_document_is_uploaded_and_only_the_group_downloads_it(group: Group, client: Client) -> None:
    client.force_login(person_in(group))
    upload = {"title": "Checklist", "language": "en", "file": SimpleUploadedFile("list.txt", b"Ask first.")}

    client.post("/en/groups/participation/documents/add/", upload)
    address = f"/en/groups/documents/{Document.objects.get().key}/1/"
    mine = download(client, address)
    client.force_login(person_of_the_network())
    theirs = client.get(address)

    assert mine.content == b"Ask first."
    assert "list.txt" in mine.disposition
    assert theirs.status_code == 404


def test_a_document_opened_to_a_colleague_is_downloaded_by_them(group: Group, client: Client) -> None:
    document = DocumentFactory(group=group)
    VersionFactory(document=document, author=person_in(group))
    colleague = person_of_the_network()
    permissions.open_document_to(colleague, document=document)
    client.force_login(colleague)

    assert client.get(f"/en/groups/documents/{document.key}/1/").status_code == 302


@pytest.mark.parametrize(
    ("who", "words"),
    [("member", "You are a member of the group."), ("colleague", "The group is listed"), ("staff", "secretariat")],
)
def test_why_is_said(group: Group, client: Client, who: str, words: str) -> None:
    people = {"member": lambda: person_in(group), "colleague": person_of_the_network, "staff": StaffFactory}
    client.force_login(people[who]())

    assert words in client.get("/en/groups/participation/why/").content.decode()


def test_a_group_in_french_is_marked_where_it_is_not_french(group: Group, client: Client) -> None:
    client.force_login(person_in(group))

    page = client.get("/fr/groups/participation/").content.decode()

    assert "<h1>Participation des enfants</h1>" in page
    assert '<span lang="en">So that children take part.</span>' in page


def test_the_list_takes_as_many_queries_for_three_groups_as_for_one(group: Group, client: Client) -> None:
    person = person_in(group)
    client.force_login(person)
    one = queries_of(client, "/en/groups/")

    for _number in range(2):
        discussion(GroupFactory(), author=person_in(GroupFactory()))

    assert queries_of(client, "/en/groups/") == one


@pytest.mark.parametrize("page", ["", "discussions/", "people/"])
def test_a_group_takes_as_many_queries_with_three_of_everything_as_with_one(
    group: Group, client: Client, page: str
) -> None:
    person = person_in(group, role=Role.CO_CHAIR)
    MeetingFactory(group=group)
    furnish(group, author=person, times=1)
    client.force_login(person)
    one = queries_of(client, f"/en/groups/participation/{page}")

    furnish(group, author=person, times=2)

    assert queries_of(client, f"/en/groups/participation/{page}") == one


def test_a_discussion_takes_as_many_queries_with_three_replies_as_with_one(
    group: Group, client: Client, now: datetime
) -> None:
    writer = person_in(group)
    topic = discussion(group, author=writer)
    client.force_login(writer)
    address = f"/en/groups/participation/discussions/{topic.key}/"
    one = queries_of(client, address)

    for number in range(3):
        answered_at = now + timedelta(hours=number)
        reader = person_in(group)
        actions.reply(topic, author=reader, body="Yes.", language="en", form_key=f"k{number}", now=answered_at)

    assert queries_of(client, address) == one
