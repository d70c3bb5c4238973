from datetime import datetime

import pytest
from django.test import Client

from members.groups import actions
from members.groups.models import Group, Post, Topic
from members.groups.rules import Joining, Participation, Role, Visibility
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.groups import (
    GroupFactory,
    MembershipFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


INSIDE = ["discussions/", "people/", "discussions/start/", "documents/add/"]


@pytest.mark.parametrize("page", INSIDE)
def test_pages_inside_a_listed_group_are_not_there_for_a_colleague(group: Group, client: Client, page: str) -> None:
    client.force_login(person_of_the_network())

    assert client.get(f"/en/groups/participation/{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "why/", *INSIDE])
def test_a_hidden_group_is_not_there_for_a_colleague(group: Group, client: Client, page: str) -> None:
    Group.objects.update(visibility=Visibility.HIDDEN)
    client.force_login(person_of_the_network())

    assert client.get(f"/en/groups/participation/{page}").status_code == 404
    assert "participation" not in client.get("/en/groups/").content.decode().replace("Children’s participation", "")


@pytest.mark.parametrize("page", ["", "why/", *INSIDE])
def test_an_anonymous_visitor_is_sent_to_sign_in(group: Group, client: Client, page: str) -> None:
    response = client.get(f"/en/groups/participation/{page}")

    assert response.headers["Location"].startswith("/en/accounts/login/?next=/en/groups/participation/")


def test_a_stranger_gets_404_even_for_an_open_group(group: Group, client: Client) -> None:
    Group.objects.update(visibility=Visibility.OPEN)
    client.force_login(UserFactory())

    assert client.get("/en/groups/participation/").status_code == 404
    assert client.get("/en/groups/").status_code == 404


def test_a_listed_group_shows_a_colleague_its_co_chairs_and_the_way_in(group: Group, client: Client) -> None:
    person_in(group, role=Role.CO_CHAIR, name="Noor Halvorsen")
    person_in(group, name="Wen Castellanos")
    client.force_login(person_of_the_network())

    page = client.get("/en/groups/participation/").content.decode()

    assert "Noor Halvorsen" in page
    assert "Join this group" in page
    assert "Wen Castellanos" not in page


def test_an_organisation_at_risk_is_not_named_beside_its_people(group: Group, client: Client) -> None:
    hidden = delegate_of(member(name="Quiet House", hidden=True), name="Salma Verbruggen")
    MembershipFactory(group=group, person=hidden)
    client.force_login(person_in(group))

    page = client.get("/en/groups/participation/people/").content.decode()

    assert "Salma Verbruggen" in page
    assert "Quiet House" not in page


def test_what_somebody_wrote_is_never_markup(group: Group, client: Client) -> None:
    author = person_in(group)
    topic = discussion(group, author=author, title="<b>x</b>", body="<script>alert(1)</script>\nhttps://kite.example/a")
    client.force_login(author)

    page = client.get(f"/en/groups/participation/discussions/{topic.key}/").content.decode()

    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>" in page
    assert '<a href="https://kite.example/a" rel="nofollow">https://kite.example/a</a>' in page


def test_an_empty_title_keeps_the_text_that_was_typed(group: Group, client: Client) -> None:
    client.force_login(person_in(group))
    written = {"title": "", "body": "A long text that took an hour.", "language": "fr", "form_key": "k1"}

    page = client.post("/en/groups/participation/discussions/start/", written).content.decode()

    assert "Give the discussion a title." in page
    assert "A long text that took an hour." in page
    assert 'value="k1"' in page
    assert not Topic.objects.exists()


def test_a_reply_to_a_discussion_closed_meanwhile_is_not_lost(group: Group, client: Client, now: datetime) -> None:
    writer = person_in(group)
    topic = discussion(group, author=writer)
    Topic.objects.update(closed_at=now)
    client.force_login(writer)
    address = f"/en/groups/participation/discussions/{topic.key}/"

    page = client.post(address, {"body": "My answer.", "language": "en", "form_key": "k1"}).content.decode()

    assert "This discussion was closed while you wrote." in page
    assert "My answer." in page
    assert Post.objects.count() == 1


def test_a_double_click_replies_once(group: Group, client: Client) -> None:
    writer = person_in(group)
    topic = discussion(group, author=writer)
    client.force_login(writer)
    address = f"/en/groups/participation/discussions/{topic.key}/"
    written = {"body": "My answer.", "language": "en", "form_key": "k1"}

    first, second = client.post(address, written), client.post(address, written)

    assert first.headers["Location"] == second.headers["Location"]
    assert topic.posts.count() == 2


def test_a_discussion_is_not_found_under_another_group(group: Group, client: Client) -> None:
    other = GroupFactory(slug="other")
    writer = person_in(group)
    MembershipFactory(group=other, person=writer)
    topic = discussion(group, author=writer)
    client.force_login(writer)

    assert client.get(f"/en/groups/other/discussions/{topic.key}/").status_code == 404


def test_a_co_chair_lets_somebody_in_who_asked(group: Group, client: Client) -> None:
    Group.objects.update(joining=Joining.REQUEST)
    co_chair, newcomer = person_in(group, role=Role.CO_CHAIR), person_of_the_network(name="Amara")
    client.force_login(newcomer)
    client.post("/en/groups/participation/ask/", {"why": "We begin."})
    client.force_login(co_chair)
    page = client.get("/en/groups/participation/").content.decode()
    asked = group.join_requests.get()

    client.post(f"/en/groups/participation/requests/{asked.key}/", {"answer": "accept"})
    client.force_login(newcomer)

    assert "We begin." in page
    assert client.get("/en/groups/participation/discussions/").status_code == 200


def test_a_member_does_not_answer_requests(group: Group, client: Client, now: datetime) -> None:
    Group.objects.update(joining=Joining.REQUEST)
    group.refresh_from_db()
    asked = actions.ask_to_join(group, person=person_of_the_network(), why="", now=now)
    client.force_login(person_in(group))

    response = client.post(f"/en/groups/participation/requests/{asked.key}/", {"answer": "accept"})

    assert response.status_code == 404
    assert group.memberships.count() == 1


def test_a_member_of_a_group_where_co_chairs_start_sees_no_button(group: Group, client: Client) -> None:
    Group.objects.update(participation=Participation.REPLIES)
    client.force_login(person_in(group))

    assert "Start a discussion" not in client.get("/en/groups/participation/").content.decode()
    assert client.get("/en/groups/participation/discussions/start/").status_code == 404


def test_whoever_is_in_the_group_is_led_from_a_discussion_to_its_mail(group: Group, client: Client) -> None:
    writer = person_in(group)
    address = f"/en/groups/participation/discussions/{discussion(group, author=writer).key}/"
    mail = 'href="/en/groups/participation/mail/"'
    client.force_login(StaffFactory())
    of_the_secretariat = client.get(address).content.decode()
    client.force_login(writer)

    of_a_member = client.get(address).content.decode()

    assert mail in of_a_member
    assert mail not in of_the_secretariat
