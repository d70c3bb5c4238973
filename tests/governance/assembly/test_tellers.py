"""Who may witness the counts of a meeting, and that the ledger says who did."""

from collections.abc import Callable

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Candidacy
from governance.ledger.models import Entry
from governance.voting import actions as voting
from governance.voting.models import Ballot, Teller
from tests.factories.accounts import StaffFactory
from tests.factories.assembly import NOON, Meeting, convened, electing, frozen, hand_in_all

pytestmark = pytest.mark.django_db


def said(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def counted() -> tuple[Meeting, Ballot]:
    """Six vote in an election in which the first three stand."""
    meeting, ballot = electing()
    hand_in_all(meeting, ballot, choices=[[[1]]] * 6)
    actions.close_and_count(ballot, now=NOON)
    return meeting, ballot


def test_the_ledger_says_who_became_a_teller_and_who_is_none_any_more() -> None:
    meeting = frozen(organisations=5)
    person = meeting.people[4]

    teller = actions.appoint_teller(meeting.assembly, person=person, now=NOON)
    again = actions.appoint_teller(meeting.assembly, person=person, now=NOON)
    actions.dismiss_teller(meeting.assembly, teller=teller, now=NOON)
    released = said(lambda: actions.dismiss_teller(meeting.assembly, teller=teller, now=NOON))

    assert again == teller
    assert released == "This teller was released already."
    written = Entry.objects.filter(kind__startswith="teller ").order_by("n").values_list("kind", "body")
    body = {"assembly": meeting.assembly.key, "person": person.pk}
    assert list(written) == [("teller appointed", body), ("teller dismissed", body)]


def test_the_secretariat_and_the_candidates_are_no_tellers() -> None:
    meeting = frozen(organisations=5)
    candidate, secretary = meeting.people[0], StaffFactory(name="Odile")

    assert said(lambda: actions.appoint_teller(meeting.assembly, person=candidate, now=NOON)) == (
        f"{candidate.name} stands in an election of this assembly and cannot be a teller of it."
    )
    assert said(lambda: actions.appoint_teller(meeting.assembly, person=secretary, now=NOON)) == (
        "Odile is of the secretariat, which runs the count, and cannot be a teller."
    )
    assert not Teller.objects.exists()
    assert not Entry.objects.filter(kind="teller appointed").exists()


def test_there_are_no_tellers_before_the_roll() -> None:
    meeting = convened(organisations=5)

    told = said(lambda: actions.appoint_teller(meeting.assembly, person=meeting.people[4], now=NOON))

    assert told == "Tellers are appointed once the roll is frozen."


def test_a_teller_stands_in_no_election_before_being_released() -> None:
    meeting = frozen(organisations=5)
    person = meeting.people[4]
    teller = actions.appoint_teller(meeting.assembly, person=person, now=NOON)

    def stand() -> Candidacy:
        one = Candidacy(election=meeting.election, person=person, organisation=meeting.organisations[4])
        return actions.write_candidacy(one, now=NOON)

    assert said(stand) == (
        f"{person.name} is a teller of this assembly and cannot stand in it. Release the teller first."
    )
    actions.dismiss_teller(meeting.assembly, teller=teller, now=NOON)
    assert stand().pk


def test_a_candidate_signs_nothing_even_when_once_appointed() -> None:
    meeting, ballot = counted()
    voting.appoint_teller(ballot.electorate, person=meeting.people[0], on=NOON.date())

    told = said(lambda: actions.sign(ballot, by=meeting.people[0], now=NOON))

    assert told == "You stand in an election of this assembly. Another teller has to sign its counts."


def test_a_teller_who_joined_the_secretariat_signs_nothing() -> None:
    meeting, ballot = counted()
    person = meeting.people[5]
    actions.appoint_teller(meeting.assembly, person=person, now=NOON)
    person.is_staff = True
    person.save(update_fields=["is_staff"])

    told = said(lambda: actions.sign(ballot, by=person, now=NOON))

    assert told == "The secretariat runs the count and cannot sign it. A teller does."
