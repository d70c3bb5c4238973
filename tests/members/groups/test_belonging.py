"""Coming in by a co-chair's hand, asking, thinking better of it, and going."""

from datetime import datetime

import pytest
from django.test import Client

from members.delivery.models import Delivery, Rendering
from members.groups import actions
from members.groups.actions import GroupRefused
from members.groups.models import Group, GroupMembership, JoinRequest
from members.groups.rules import Joining, RequestState, Role, Visibility
from tests.factories.accounts import UserFactory
from tests.factories.groups import GroupFactory, person_in, person_of_the_network
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PAGE = "/en/groups/participation/"


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED, joining=Joining.REQUEST)
    return made


def told() -> list[tuple[str, str]]:
    rows = Delivery.objects.order_by("address", "pk")
    return [(row.address, Rendering.objects.get(dispatch=row.dispatch, language=row.language).subject) for row in rows]


def test_a_co_chair_brings_somebody_in_who_is_told_once(now: datetime) -> None:
    group = GroupFactory(joining=Joining.INVITATION)
    co_chair, newcomer = person_in(group, role=Role.CO_CHAIR), person_of_the_network(email="wen@a.example")

    first = actions.bring_in(group, person=newcomer, by=co_chair, now=now)
    second = actions.bring_in(group, person=newcomer, by=co_chair, now=now)

    assert (first, first.role, first.from_on) == (second, "member", now.date())
    assert told() == [("wen@a.example", "You are now in the group “Children’s participation”.")]


def test_bringing_in_answers_the_request_that_waits(now: datetime) -> None:
    group = GroupFactory(joining=Joining.REQUEST)
    co_chair, newcomer = person_in(group, role=Role.CO_CHAIR), person_of_the_network()
    asked = actions.ask_to_join(group, person=newcomer, why="", now=now)

    actions.bring_in(group, person=newcomer, by=co_chair, now=now)

    asked.refresh_from_db()
    assert (asked.state, asked.answered_by) == (RequestState.ACCEPTED, co_chair)


def test_nobody_without_an_organisation_is_brought_in(now: datetime) -> None:
    group = GroupFactory()

    with pytest.raises(GroupRefused, match="acts for no member organisation today"):
        actions.bring_in(group, person=UserFactory(), by=person_in(group, role=Role.CO_CHAIR), now=now)

    assert GroupMembership.objects.count() == 1


def test_a_member_brings_nobody_in_and_ends_nothing(now: datetime) -> None:
    group = GroupFactory()
    member, other = person_in(group), person_in(group)

    with pytest.raises(GroupRefused, match="Only a co-chair"):
        actions.bring_in(group, person=person_of_the_network(), by=member, now=now)
    with pytest.raises(GroupRefused, match="Only a co-chair"):
        actions.end_membership(group, person=other, by=member, now=now)

    assert group.memberships.on(now.date()).count() == 2


def test_a_co_chair_ends_a_membership_today(now: datetime) -> None:
    group = GroupFactory()
    co_chair, member = person_in(group, role=Role.CO_CHAIR), person_in(group)

    actions.end_membership(group, person=member, by=co_chair, now=now)

    assert group.memberships.get(person=member).until_on == now.date()


def test_the_only_co_chair_is_not_ended(now: datetime) -> None:
    group = GroupFactory()
    co_chair = person_in(group, role=Role.CO_CHAIR)

    with pytest.raises(GroupRefused, match="This is the only co-chair"):
        actions.end_membership(group, person=co_chair, by=co_chair, now=now)
    with pytest.raises(GroupRefused, match="You are the only co-chair"):
        actions.leave_group(group, person=co_chair, now=now)

    assert group.memberships.on(now.date()).count() == 1


def test_a_request_reaches_the_co_chairs_once(now: datetime) -> None:
    group = GroupFactory(joining=Joining.REQUEST)
    person_in(group, role=Role.CO_CHAIR, email="noor@a.example")
    person_in(group, email="wen@a.example")
    newcomer = person_of_the_network(name="Amara")

    actions.ask_to_join(group, person=newcomer, why="We begin.", now=now)
    actions.ask_to_join(group, person=newcomer, why="We begin.", now=now)

    assert told() == [("noor@a.example", "Amara asks to join the group “Children’s participation”")]
    assert "We begin." in Rendering.objects.get().text


def test_whoever_is_declined_is_told(now: datetime) -> None:
    group = GroupFactory(joining=Joining.REQUEST)
    asked = actions.ask_to_join(group, person=person_of_the_network(email="amara@a.example"), why="", now=now)

    actions.decline_request(asked, by=person_in(group, role=Role.CO_CHAIR), now=now)

    assert told() == [("amara@a.example", "Your request to join the group “Children’s participation”")]


def test_a_request_is_withdrawn_while_it_waits(now: datetime) -> None:
    group = GroupFactory(joining=Joining.REQUEST)
    newcomer = person_of_the_network()
    asked = actions.ask_to_join(group, person=newcomer, why="", now=now)

    actions.withdraw_request(group, person=newcomer, now=now)

    asked.refresh_from_db()
    assert (asked.state, asked.answered_at) == (RequestState.WITHDRAWN, now)
    with pytest.raises(GroupRefused, match="answered this request already"):
        actions.withdraw_request(group, person=newcomer, now=now)
    with pytest.raises(GroupRefused, match="answered this request already"):
        actions.accept_request(asked, by=person_in(group, role=Role.CO_CHAIR), now=now)


def test_a_co_chair_brings_somebody_in_on_the_page(group: Group, client: Client) -> None:
    newcomer = person_of_the_network(email="wen@a.example", name="Wen Castellanos")
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.post(f"{PAGE}people/", {"email": " Wen@A.example "}, follow=True).content.decode()

    assert "This person is in the group now" in page and "Wen Castellanos" in page
    assert group.memberships.filter(person=newcomer).exists()


def test_an_address_that_nobody_has_is_said_and_kept(group: Group, client: Client) -> None:
    stranger = UserFactory(email="stranger@b.example")
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.post(f"{PAGE}people/", {"email": stranger.email}).content.decode()

    assert "Nobody of the network signs in with this address." in page
    assert 'value="stranger@b.example"' in page
    assert not group.memberships.filter(person=stranger).exists()


def test_a_member_has_no_hand_in_who_is_in_the_group(group: Group, client: Client) -> None:
    other = person_in(group)
    person_of_the_network(email="wen@a.example")
    client.force_login(person_in(group))

    brought = client.post(f"{PAGE}people/", {"email": "wen@a.example"})
    ended = client.post(f"{PAGE}people/end/", {"person": other.pk})

    assert (brought.status_code, ended.status_code) == (404, 404)
    assert "Bring somebody in" not in client.get(f"{PAGE}people/").content.decode()
    assert group.memberships.filter(until_on=None).count() == 2


def test_a_co_chair_ends_a_membership_on_the_page(group: Group, client: Client) -> None:
    other = person_in(group, name="Wen Castellanos")
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    page = client.post(f"{PAGE}people/end/", {"person": other.pk}, follow=True).content.decode()

    assert "Wen Castellanos is not in the group any more." in page
    assert group.memberships.get(person=other).until_on is not None


def test_ending_the_only_co_chair_is_refused_in_words(group: Group, client: Client) -> None:
    co_chair = person_in(group, role=Role.CO_CHAIR)
    client.force_login(co_chair)

    page = client.post(f"{PAGE}people/end/", {"person": co_chair.pk}, follow=True).content.decode()

    assert "This is the only co-chair." in page


def test_somebody_from_outside_the_group_is_nobody_to_end(group: Group, client: Client) -> None:
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    assert client.post(f"{PAGE}people/end/", {"person": person_of_the_network().pk}).status_code == 404


def test_a_request_that_waits_is_shown_and_withdrawn(group: Group, client: Client) -> None:
    client.force_login(person_of_the_network())
    client.post(f"{PAGE}ask/", {"why": "We begin."})

    waiting = client.get(PAGE).content.decode()
    page = client.post(f"{PAGE}withdraw/", follow=True).content.decode()

    assert "You asked to join on" in waiting and "Ask the co-chairs to join</button>" not in waiting
    assert "Your request is withdrawn." in page
    assert JoinRequest.objects.get().state == RequestState.WITHDRAWN


def test_a_reason_that_is_too_long_is_kept_on_the_page(group: Group, client: Client) -> None:
    client.force_login(person_of_the_network())

    page = client.post(f"{PAGE}ask/", {"why": "a" * 2001}).content.decode()

    assert "a" * 2001 in page
    assert not JoinRequest.objects.exists()


@pytest.mark.parametrize("way", ["join/", "ask/", "withdraw/"])
def test_what_cannot_be_done_is_refused_in_words(group: Group, client: Client, way: str) -> None:
    Group.objects.update(joining=Joining.INVITATION)
    client.force_login(person_of_the_network())

    page = client.post(PAGE + way, follow=True)

    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode() or "note bad" in page.content.decode()
    assert not GroupMembership.objects.exists()


def test_a_request_is_not_answered_by_the_number_of_its_row(group: Group, client: Client, now: datetime) -> None:
    asked = actions.ask_to_join(group, person=person_of_the_network(), why="", now=now)
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    answer = client.post(f"{PAGE}requests/{asked.pk}/", {"answer": "accept"})

    assert answer.status_code == 404
    assert JoinRequest.objects.get().state == RequestState.OPEN


def test_a_request_to_another_group_is_not_answered_here(group: Group, client: Client, now: datetime) -> None:
    asked = actions.ask_to_join(GroupFactory(joining=Joining.REQUEST), person=person_of_the_network(), why="", now=now)
    client.force_login(person_in(group, role=Role.CO_CHAIR))

    assert client.post(f"{PAGE}requests/{asked.key}/", {"answer": "accept"}).status_code == 404


def test_a_request_that_another_co_chair_answered_is_said(group: Group, client: Client, now: datetime) -> None:
    asked = actions.ask_to_join(group, person=person_of_the_network(), why="", now=now)
    first = person_in(group, role=Role.CO_CHAIR)
    actions.decline_request(asked, by=first, now=now)
    client.force_login(first)

    page = client.post(f"{PAGE}requests/{asked.key}/", {"answer": "accept"}, follow=True).content.decode()

    assert "Somebody answered this request already." in page
