"""Who opens which page of a group, as one table; and what each change on a page comes to."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from members.accounts.models import User
from members.groups import rules
from members.groups.models import Document, Group, Topic
from members.groups.rules import Participation, Role, Visibility
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.factories.groups import (
    DocumentFactory,
    GroupFactory,
    MeetingFactory,
    VersionFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PAGE = "/en/groups/participation/"
PAGES = [
    "",
    "why/",
    "people/",
    "mail/",
    "tasks/add/",
    "meetings/",
    "meetings/plan/",
    "meetings/M/",
    "meetings/M/meeting.ics",
    "meetings/M/change/",
    "meetings/M/attendance/",
    "documents/add/",
    "documents/D/add/",
    "documents/D/readers/",
    "discussions/",
    "discussions/start/",
    "discussions/T/",
]
READING = {
    "",
    "why/",
    "people/",
    "meetings/",
    "meetings/M/",
    "meetings/M/meeting.ics",
    "discussions/",
    "discussions/T/",
}
WRITING = {"tasks/add/", "documents/add/", "documents/D/add/", "discussions/start/"}
PLANNING = {"meetings/plan/", "meetings/M/change/"}
LEADING = {"meetings/M/attendance/", "documents/D/readers/"}
OPENED = {
    "co_chair": {*PAGES},
    "member": READING | WRITING | {"mail/"},
    "observer": READING | {"mail/"},
    "secretariat": READING | PLANNING,
    "colleague": {"", "why/"},
    "stranger": set(),
}


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


def somebody(who: str, group: Group) -> User:
    if who in ("co_chair", "member", "observer"):
        return person_in(group, role=Role(who))
    makers = {"secretariat": StaffFactory, "colleague": person_of_the_network, "stranger": UserFactory}
    return makers[who]()


@pytest.mark.parametrize("who", list(OPENED))
def test_each_person_opens_these_pages_and_no_others(group: Group, client: Client, who: str) -> None:
    author = person_in(group, role=Role.CO_CHAIR)
    start = datetime(2036, 1, 1, tzinfo=UTC)
    names = {
        "M": MeetingFactory(group=group, starts_at=start, ends_at=start + timedelta(hours=1)).key,
        "D": VersionFactory(document=DocumentFactory(group=group), author=author).document.key,
        "T": discussion(group, author=author).key,
    }
    sign_in_with_second_factor(client, somebody(who, group))

    addresses = {page: "/".join(names.get(part, part) for part in page.split("/")) for page in PAGES}
    statuses = {page: client.get(PAGE + address).status_code for page, address in addresses.items()}

    assert statuses == {page: 200 if page in OPENED[who] else 404 for page in PAGES}


def test_the_secretariat_sees_no_button_that_is_not_its_own(group: Group, client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    page = client.get(PAGE).content.decode()

    assert "Plan a meeting" in page
    assert "Add a task" not in page and "Mail from this group" not in page


def test_a_co_chair_closes_a_discussion_and_opens_it_again(group: Group, client: Client) -> None:
    topic = discussion(group, author=person_in(group))
    client.force_login(person_in(group, role=Role.CO_CHAIR))
    address = f"{PAGE}discussions/{topic.key}/close/"

    client.post(address)
    closed = Topic.objects.get().closed_at
    client.post(address, {"open": "1"})

    assert closed is not None
    assert Topic.objects.get().closed_at is None


@pytest.mark.parametrize("where", ["participation", "elsewhere"])
def test_a_member_closes_no_discussion_and_nobody_one_of_another_group(
    group: Group, client: Client, where: str
) -> None:
    other = GroupFactory(slug="elsewhere")
    topic = discussion(group, author=person_in(group))
    client.force_login(person_in(group) if where == "participation" else person_in(other, role=Role.CO_CHAIR))

    answer = client.post(f"/en/groups/{where}/discussions/{topic.key}/close/")

    assert answer.status_code == 404
    assert Topic.objects.get().closed_at is None


def test_a_newer_file_is_added_on_its_page(group: Group, client: Client) -> None:
    author = person_in(group)
    document = VersionFactory(document=DocumentFactory(group=group), author=author).document
    client.force_login(author)
    address = f"{PAGE}documents/{document.key}/add/"

    empty = client.post(address, {"csrfmiddlewaretoken": "as a browser sends it"}).content.decode()
    client.post(address, {"file": SimpleUploadedFile("newer.txt", b"Ask twice.")})

    assert "Something has to be changed" in empty
    assert list(document.versions.order_by("number").values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize("page", ["documents/add/", "documents/D/add/"])
def test_a_file_that_is_too_large_is_refused_in_words(
    group: Group, client: Client, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(rules, "LARGEST_DOCUMENT", 2)
    author = person_in(group)
    document = VersionFactory(document=DocumentFactory(group=group), author=author).document
    client.force_login(author)
    typed = {"title": "List", "language": "en", "file": SimpleUploadedFile("x.txt", b"one")}

    shown = client.post(PAGE + page.replace("D", document.key), typed).content.decode()

    assert "This file is larger than 25 MB." in shown
    assert Document.objects.count() == 1


def test_whoever_lost_the_right_to_write_finds_no_form(group: Group, client: Client) -> None:
    Group.objects.update(participation=Participation.CO_CHAIRS)
    document = VersionFactory(document=DocumentFactory(group=group), author=person_in(group)).document
    client.force_login(person_in(group))

    statuses = [client.get(f"{PAGE}documents/{page}add/").status_code for page in ("", f"{document.key}/")]

    assert statuses == [404, 404]


def test_every_thing_of_a_group_has_a_name(group: Group, now: datetime) -> None:
    author = person_in(group, name="Noor Halvorsen")
    topic = discussion(group, author=author)
    version = VersionFactory(document=DocumentFactory(group=group), author=author)

    names = [
        str(topic),
        str(topic.posts.get()),
        str(version),
        str(group.memberships.get()),
        str(MeetingFactory(group=group)),
    ]

    assert names == [
        "A seat for children?",
        "Noor Halvorsen, A seat for children?",
        "Safeguarding checklist, 1",
        "Noor Halvorsen, member",
        "June call",
    ]
