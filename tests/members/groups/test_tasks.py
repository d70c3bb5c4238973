"""Tasks: somebody adds one, somebody takes it, and what two people do at once does not undo each other."""

from datetime import date, datetime

import pytest
from django.test import Client

from members.delivery.models import Delivery, Rendering
from members.groups import actions
from members.groups.actions import GroupRefused
from members.groups.models import Group, Task
from members.groups.rules import Participation, Role, Visibility
from tests.factories.accounts import StaffFactory
from tests.factories.groups import GroupFactory, TaskFactory, person_in, person_of_the_network
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
DUE = date(2026, 7, 1)
PAGE = "/en/groups/participation/tasks/"


@pytest.fixture
def group(site_root: SiteRoot) -> Group:
    made: Group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    return made


def test_a_task_has_an_owner_and_a_day(now: datetime) -> None:
    group = GroupFactory()
    writer, owner = person_in(group), person_in(group)

    task = actions.add_task(group, what="Translate", owner=owner, due_on=DUE, by=writer, now=now)

    assert (task.what, task.owner, task.due_on, task.done_at) == ("Translate", owner, DUE, None)


def test_an_owner_who_did_not_write_the_task_is_told(now: datetime) -> None:
    group = GroupFactory()
    writer, owner = person_in(group, name="Noor Halvorsen"), person_in(group, email="wen@a.example")

    actions.add_task(group, what="Translate", owner=owner, due_on=None, by=writer, now=now)

    assert list(Delivery.objects.values_list("address", flat=True)) == ["wen@a.example"]
    assert Rendering.objects.get().subject == "A task for you: Translate"
    assert "Noor Halvorsen gave you a task" in Rendering.objects.get().text


def test_whoever_gives_themselves_a_task_gets_no_mail(now: datetime) -> None:
    group = GroupFactory()
    writer = person_in(group)

    actions.add_task(group, what="Translate", owner=writer, due_on=None, by=writer, now=now)

    assert not Delivery.objects.exists()


def test_a_task_is_for_nobody_outside_the_group(now: datetime) -> None:
    group = GroupFactory()

    with pytest.raises(GroupRefused, match="A task is for somebody in the group"):
        actions.add_task(group, what="X", owner=person_of_the_network(), due_on=None, by=person_in(group), now=now)

    assert not Task.objects.exists()


@pytest.mark.parametrize("role", [Role.OBSERVER, None])
def test_whoever_may_not_write_adds_takes_and_finishes_nothing(role: Role | None, now: datetime) -> None:
    group = GroupFactory(visibility=Visibility.OPEN)
    reader = person_in(group, role=role) if role else StaffFactory()
    task = TaskFactory(group=group)

    for doing in (
        lambda: actions.add_task(group, what="X", owner=None, due_on=None, by=reader, now=now),
        lambda: actions.take_task(task, by=reader, now=now),
        lambda: actions.give_task_back(task, by=reader, now=now),
        lambda: actions.finish_tasks(group, by=reader, before=(), done={task.key}, now=now),
    ):
        with pytest.raises(GroupRefused, match="only its members add to it"):
            doing()
    assert Task.objects.filter(owner=None, done_at=None).count() == 1


def test_a_task_of_nobody_is_taken_and_given_back(now: datetime) -> None:
    group = GroupFactory()
    task, taker = TaskFactory(group=group), person_in(group)

    actions.take_task(task, by=taker, now=now)
    taken = Task.objects.get().owner
    actions.give_task_back(task, by=taker, now=now)

    assert (taken, Task.objects.get().owner) == (taker, None)


def test_a_task_that_somebody_has_is_not_taken(now: datetime) -> None:
    group = GroupFactory()
    owner = person_in(group)
    task = TaskFactory(group=group, owner=owner)

    with pytest.raises(GroupRefused, match="Somebody has taken this task already"):
        actions.take_task(task, by=person_in(group), now=now)
    with pytest.raises(GroupRefused, match="This task is not yours"):
        actions.give_task_back(task, by=person_in(group), now=now)

    assert Task.objects.get().owner == owner


def test_a_page_that_is_old_does_not_undo_what_others_finished(now: datetime) -> None:
    group = GroupFactory()
    mine, theirs = TaskFactory(group=group), TaskFactory(group=group)
    shown_before: set[str] = set()
    actions.finish_tasks(group, by=person_in(group), before=shown_before, done={theirs.key}, now=now)

    actions.finish_tasks(group, by=person_in(group), before=shown_before, done={mine.key}, now=now)

    assert set(Task.objects.filter(done_at=now)) == {mine, theirs}


def test_a_member_adds_a_task_on_its_page(group: Group, client: Client) -> None:
    owner = person_in(group)
    client.force_login(person_in(group))

    answer = client.post(f"{PAGE}add/", {"what": "Book the room", "owner": owner.pk, "due_on": "2026-07-01"})

    assert answer.headers["Location"] == "/en/groups/participation/#tasks"
    assert list(Task.objects.values_list("what", "owner", "due_on")) == [("Book the room", owner.pk, DUE)]


def test_an_owner_from_elsewhere_is_no_choice_and_nothing_typed_is_lost(group: Group, client: Client) -> None:
    client.force_login(person_in(group))

    page = client.post(f"{PAGE}add/", {"what": "Book the room", "owner": person_of_the_network().pk}).content.decode()

    assert "Book the room" in page
    assert "Something has to be changed" in page
    assert not Task.objects.exists()


def test_a_member_takes_a_task_on_the_page_of_the_group(group: Group, client: Client) -> None:
    task, taker = TaskFactory(group=group, what="Book the room"), person_in(group)
    client.force_login(taker)

    page = client.get("/en/groups/participation/").content.decode()
    client.post(f"{PAGE}{task.key}/take/")

    assert '>Take it<span class="vh">: Book the room</span></button>' in page
    assert Task.objects.get().owner == taker


def test_a_task_taken_meanwhile_is_refused_in_words(group: Group, client: Client) -> None:
    task = TaskFactory(group=group, owner=person_in(group))
    client.force_login(person_in(group))

    page = client.post(f"{PAGE}{task.key}/take/", follow=True).content.decode()

    assert "Somebody has taken this task already" in page


def test_a_task_of_another_group_is_not_found_here(group: Group, client: Client) -> None:
    task = TaskFactory(group=GroupFactory())
    client.force_login(person_in(group))

    assert client.post(f"{PAGE}{task.key}/take/").status_code == 404
    assert Task.objects.get().owner is None


def test_a_reader_who_may_not_write_finds_no_way_to_add(group: Group, client: Client) -> None:
    Group.objects.update(participation=Participation.CO_CHAIRS)
    client.force_login(person_in(group))

    assert client.get(f"{PAGE}add/").status_code == 404
    assert "Add a task" not in client.get("/en/groups/participation/").content.decode()


def test_ticking_where_only_co_chairs_write_is_refused_in_words(group: Group, client: Client) -> None:
    Group.objects.update(participation=Participation.CO_CHAIRS)
    task = TaskFactory(group=group)
    client.force_login(person_in(group))

    page = client.post(PAGE, {"done": [task.key, "a\x00b"]}, follow=True).content.decode()

    assert "only its members add to it" in page
    assert Task.objects.get().done_at is None
