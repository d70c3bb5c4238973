"""What is asked of one group in Python and of many in SQL has the same answer, for every kind of reader and group."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from members.accounts.models import User
from members.groups import permissions
from members.groups.models import Document, Group, Post, Task, Topic
from members.groups.rules import Joining, Participation, Role, Visibility
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.groups import (
    DocumentFactory,
    GroupFactory,
    MembershipFactory,
    TaskFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.factories.organisations import ContactFactory, OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
YESTERDAY, TOMORROW = date(2026, 6, 9), date(2026, 6, 11)

DATES: dict[str, dict[str, date | None]] = {
    "holds": {"from_on": YESTERDAY, "until_on": None},
    "begins today": {"from_on": TODAY, "until_on": None},
    "begins tomorrow": {"from_on": TOMORROW, "until_on": None},
    "ends today": {"from_on": date(2025, 1, 1), "until_on": TODAY},
    "ends tomorrow": {"from_on": date(2025, 1, 1), "until_on": TOMORROW},
}


def one_group_of_each_kind() -> list[Group]:
    author = UserFactory()
    groups: list[Group] = []
    for visibility, joining in product(Visibility, Joining):
        group = GroupFactory(visibility=visibility, joining=joining, participation=Participation.EVERYBODY)
        discussion(group, author=author)
        DocumentFactory(group=group)
        TaskFactory(group=group)
        groups.append(group)
    return groups


def with_role(role: Role, dates: str) -> Callable[[list[Group]], User]:
    def make(groups: list[Group]) -> User:
        person = person_of_the_network()
        for group in groups:
            MembershipFactory(group=group, person=person, role=role.value, **DATES[dates])
        return person

    return make


def of_a_former_member(_groups: list[Group]) -> User:
    organisation = OrganisationFactory()
    TermFactory(organisation=organisation, until_on=TODAY)
    person: User = ContactFactory(organisation=organisation).user
    return person


def former_contact(_groups: list[Group]) -> User:
    organisation = TermFactory().organisation
    person: User = ContactFactory(organisation=organisation, until_on=TODAY).user
    return person


def inactive_member(groups: list[Group]) -> User:
    person = with_role(Role.CO_CHAIR, "holds")(groups)
    person.is_active = False
    person.save(update_fields=["is_active"])
    return person


READERS: dict[str, Callable[[list[Group]], User | AnonymousUser]] = {
    "anonymous": lambda _groups: AnonymousUser(),
    "a stranger": lambda _groups: UserFactory(),
    "a colleague": lambda _groups: person_of_the_network(),
    "of a former member": of_a_former_member,
    "a former contact": former_contact,
    "the secretariat": lambda _groups: StaffFactory(),
    "an inactive secretary": lambda _groups: StaffFactory(is_active=False),
    "an inactive co-chair": inactive_member,
    **{f"{role}, {dates}": with_role(role, dates) for role, dates in product(Role, DATES)},
}


@pytest.mark.parametrize("who", READERS)
def test_python_and_sql_agree_on_who_sees_and_who_reads(who: str) -> None:
    groups = one_group_of_each_kind()
    person = READERS[who](groups)

    seen = {group.pk for group in groups if permissions.may_see(person, group, on=TODAY)}
    read = {group.pk for group in groups if permissions.may_read(person, group, on=TODAY)}

    assert set(Group.objects.visible_to(person, on=TODAY).values_list("pk", flat=True)) == seen
    assert set(Group.objects.readable_by(person, on=TODAY).values_list("pk", flat=True)) == read
    for model in (Topic, Task, Document):
        assert set(model.objects.visible_to(person, on=TODAY).values_list("group", flat=True)) == read
    assert set(Post.objects.visible_to(person, on=TODAY).values_list("topic__group", flat=True)) == read


def test_a_document_opened_to_a_person_is_theirs_to_read_and_no_other_is() -> None:
    group = GroupFactory(visibility=Visibility.HIDDEN)
    opened, closed = DocumentFactory(group=group), DocumentFactory(group=group)
    person, other = person_of_the_network(), person_of_the_network()

    permissions.open_document_to(person, document=opened)

    assert list(Document.objects.visible_to(person, on=TODAY)) == [opened]
    assert permissions.may_read_document(person, opened, on=TODAY)
    assert not permissions.may_read_document(person, closed, on=TODAY)
    assert list(Document.objects.visible_to(other, on=TODAY)) == []
    assert not Group.objects.visible_to(person, on=TODAY).exists()


def test_a_document_closed_again_is_not_readable_any_more() -> None:
    document, person = DocumentFactory(group=GroupFactory()), person_of_the_network()
    permissions.open_document_to(person, document=document)

    permissions.close_document_to(person, document=document)

    assert not Document.objects.visible_to(person, on=TODAY).exists()
    assert not permissions.may_read_document(person, document, on=TODAY)


def test_the_permission_for_all_documents_opens_none() -> None:
    document, person = DocumentFactory(group=GroupFactory()), person_of_the_network()

    person.user_permissions.add(Permission.objects.get(codename="view_document", content_type__app_label="groups"))

    assert not Document.objects.visible_to(person, on=TODAY).exists()
    assert not permissions.may_read_document(person, document, on=TODAY)


def test_a_person_with_two_roles_has_the_stronger_one() -> None:
    group = GroupFactory()
    person = person_in(group, role=Role.MEMBER)
    MembershipFactory(group=group, person=person, role=Role.CO_CHAIR.value, until_on=TOMORROW)

    assert permissions.reader_of(person, group, on=TODAY).role is Role.CO_CHAIR
