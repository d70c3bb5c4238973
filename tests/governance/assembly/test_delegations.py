"""A delegation can be changed until the meeting closes."""

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.rules.words import Part
from governance.ledger.models import Entry
from members.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.assembly import NOON, Meeting, attended, convened, frozen, opened
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db
ONLY_THEN = "Delegations are made when the roll is frozen, and can be changed until the assembly closes."


def appoint(meeting: Meeting, person: User, part: Part) -> None:
    actions.appoint(meeting.assembly, organisation=meeting.organisations[0], person=person, part=part, now=NOON)


def parts(meeting: Meeting) -> dict[User, str]:
    rows = meeting.assembly.delegations.filter(organisation=meeting.organisations[0])
    return {row.person: row.part for row in rows.select_related("person")}


def test_a_new_head_makes_the_one_before_a_delegate() -> None:
    meeting = frozen(organisations=1)
    new = UserFactory()

    appoint(meeting, new, Part.HEAD)

    assert parts(meeting) == {new: Part.HEAD, meeting.people[0]: Part.DELEGATE}
    assert Entry.objects.get(kind="appointed").body["part"] == "head"


def test_a_delegation_has_as_many_people_as_the_statutes_say_and_alternates_besides() -> None:
    meeting = opened(organisations=1)
    appoint(meeting, UserFactory(), Part.DELEGATE)
    appoint(meeting, UserFactory(), Part.DELEGATE)
    appoint(meeting, UserFactory(), Part.ALTERNATE)

    with pytest.raises(AssemblyRefused) as refused:
        appoint(meeting, UserFactory(), Part.DELEGATE)
    appoint(meeting, meeting.people[0], Part.DELEGATE)

    assert str(refused.value) == ("A delegation has at most 3 people besides its alternates (art. 10.1).")
    assert sorted(parts(meeting).values()) == ["alternate", "delegate", "delegate", "delegate"]


def test_only_who_is_on_the_roll_has_a_delegation() -> None:
    meeting, stranger = frozen(organisations=1), OrganisationFactory(name="Far Shore")

    with pytest.raises(AssemblyRefused, match=r"^Far Shore is not on the roll of this assembly\.$"):
        actions.appoint(meeting.assembly, organisation=stranger, person=UserFactory(), part=Part.HEAD, now=NOON)


def test_somebody_registered_leaves_before_being_dismissed() -> None:
    meeting = attended(organisations=1)
    delegation = meeting.assembly.delegations.get(person=meeting.people[0])

    with pytest.raises(AssemblyRefused) as refused:
        actions.dismiss(delegation, now=NOON)
    actions.leave(meeting.assembly, organisation=meeting.organisations[0], person=meeting.people[0], now=NOON)
    actions.dismiss(delegation, now=NOON)

    assert str(refused.value) == f"{meeting.people[0].name} is registered and has to leave first."
    assert parts(meeting) == {}


def test_there_is_no_delegation_before_the_roll() -> None:
    meeting = convened(organisations=1)

    with pytest.raises(AssemblyRefused) as refused:
        appoint(meeting, UserFactory(), Part.HEAD)

    assert str(refused.value) == ONLY_THEN
