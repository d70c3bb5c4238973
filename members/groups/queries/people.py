"""Who is in a group, who leads it, and who asks to come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cms.languages.ordering import in_order
from members.accounts.models import User
from members.groups.models import Group, GroupMembership, JoinRequest
from members.groups.rules import RequestState, Role
from members.organisations.models import Contact, Organisation
from members.organisations.permissions import is_member_person


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person in a group, with the names of the organisations that the reader may know of."""

    membership: GroupMembership
    organisations: str

    @property
    def name(self) -> str:
        return self.membership.person.name


@dataclass(frozen=True, kw_only=True)
class Numbers:
    people: int
    organisations: int


def people_in(group: Group, *, reader: User, on: date) -> list[Member]:
    """Everybody in the group on that day, co-chairs first, then by name."""
    memberships = list(group.memberships.on(on).select_related("person").order_by(in_order("person__name")))
    names = organisations_named([row.person_id for row in memberships], reader=reader, on=on)
    members = [Member(membership=row, organisations=names.get(row.person_id, "")) for row in memberships]
    return sorted(members, key=lambda member: member.membership.role != Role.CO_CHAIR.value)


def numbers_of(group: Group, *, on: date) -> Numbers:
    people = GroupMembership.objects.on(on).filter(group=group).values("person")
    acting = Contact.objects.on(on).filter(user__in=people)
    return Numbers(people=people.distinct().count(), organisations=acting.values("organisation").distinct().count())


def organisations_named(people: Iterable[int], *, reader: User, on: date) -> dict[int, str]:
    """By person's id, the organisations that they act for on that day; none that must not be named to the reader."""
    seen = Organisation.objects.visible_to(reader).values("pk")
    acting = Contact.objects.on(on).filter(user__in=list(people), organisation__in=seen)
    pairs = acting.order_by(in_order("organisation__name")).values_list("user_id", "organisation__name").distinct()
    named: dict[int, list[str]] = {}
    for person, name in pairs:
        named.setdefault(person, []).append(name)
    return {person: ", ".join(names) for person, names in named.items()}


def co_chairs_of(group: Group, *, on: date) -> QuerySet[User]:
    return _people(group.memberships.on(on).co_chairs())


def people_of(group: Group, *, on: date) -> QuerySet[User]:
    """Everybody in the group on that day, by name."""
    return _people(group.memberships.on(on)).order_by(in_order("name"))


def _people(memberships: QuerySet[GroupMembership]) -> QuerySet[User]:
    return User.objects.filter(is_active=True, pk__in=memberships.values("person"))


def person_of_the_network(email: str, *, on: date) -> User | None:
    """Whoever signs in with that address and acts for a member or observer organisation on that day."""
    person = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    return person if person is not None and is_member_person(person, on=on) else None


def requests_to_join(group: Group) -> QuerySet[JoinRequest]:
    waiting = group.join_requests.filter(state=RequestState.OPEN.value)
    return waiting.select_related("person").order_by("asked_at")


def request_of(person: User, *, group: Group) -> JoinRequest | None:
    """The person's own request, while it waits for an answer."""
    return group.join_requests.filter(person=person, state=RequestState.OPEN.value).first()
