"""Motions, elections and candidacies, as the secretariat writes them down."""

from datetime import timedelta

import pytest

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Candidacy, Election, Motion
from governance.assembly.queries.candidates import candidates_of
from governance.assembly.rules.standing import WhyNot
from governance.ledger.models import Entry
from governance.statutes.rules import MotionKind
from tests.factories.accounts import UserFactory
from tests.factories.assembly import NOON, Meeting, add_item, closed, convened, draft, frozen
from tests.factories.organisations import InvoiceFactory

pytestmark = pytest.mark.django_db


def new_motion(meeting: Meeting, *, kind: MotionKind = MotionKind.ORDINARY) -> Motion:
    item = meeting.assembly.agenda.order_by("number").first() or add_item(meeting.assembly)
    words = translated(en="Act now")
    return Motion(assembly=meeting.assembly, item=item, title=words, text=words, kind=kind)


def new_candidacy(meeting: Meeting, place: int) -> Candidacy:
    return Candidacy(election=meeting.election, person=meeting.people[place], organisation=meeting.organisations[place])


def test_a_motion_has_its_seconders_and_the_next_number() -> None:
    meeting = draft(organisations=3, motions=2)
    gone = meeting.motions[0]

    actions.remove_motion(gone, now=NOON)
    written = actions.write_motion(new_motion(meeting), seconders=meeting.organisations[:2], now=NOON)

    assert [motion.number for motion in meeting.motions] == [2, 3]
    assert set(written.seconders.all()) == set(meeting.organisations[:2])
    body = Entry.objects.get(kind="motion").body
    assert (body["motion"], body["kind"]) == (written.key, "ordinary")


def test_an_urgent_motion_comes_in_after_the_convocation_and_another_does_not() -> None:
    meeting = frozen(organisations=3)

    urgent = actions.write_motion(new_motion(meeting, kind=MotionKind.URGENT), now=NOON)
    with pytest.raises(AssemblyRefused, match=r"^Members were told of this assembly"):
        actions.write_motion(new_motion(meeting), now=NOON)

    assert meeting.motions[-1] == urgent


def test_nothing_is_put_to_a_meeting_that_is_over() -> None:
    meeting = closed(organisations=5)

    with pytest.raises(AssemblyRefused, match=r"^This assembly is over\. Nothing can be put to it any more\.$"):
        actions.write_motion(new_motion(meeting, kind=MotionKind.URGENT), now=NOON)
    with pytest.raises(AssemblyRefused, match=r"^This assembly is over\. Nobody can stand in it any more\.$"):
        actions.write_candidacy(new_candidacy(meeting, 4), now=NOON)


def test_the_words_of_a_motion_stay_once_its_ballot_is_prepared() -> None:
    meeting = frozen(organisations=3)
    urgent = actions.write_motion(new_motion(meeting, kind=MotionKind.URGENT), now=NOON)
    actions.draft(urgent)

    with pytest.raises(AssemblyRefused) as refused:
        actions.write_motion(urgent, now=NOON)

    assert str(refused.value) == "The ballot of this motion is prepared. Its words cannot be changed any more."


def test_an_election_has_open_seats_first_and_reserved_ones_after_them() -> None:
    meeting = draft(organisations=3, elections=0)
    election = Election(assembly=meeting.assembly, item=add_item(meeting.assembly), title=translated(en="Committee"))

    actions.write_election(election, open_seats=1, reserved=["Africa", "Asia"], now=NOON)
    actions.write_election(election, open_seats=2, reserved=["Africa"], now=NOON)

    seats = election.seats.order_by("number").values_list("number", "reserved_for")
    assert list(seats) == [(1, ""), (2, ""), (3, "Africa")]


def test_an_election_without_a_seat_is_refused_and_so_is_its_meeting() -> None:
    meeting = draft(organisations=3)

    with pytest.raises(AssemblyRefused, match=r"^An election fills at least one seat\.$"):
        actions.write_election(meeting.election, open_seats=0, now=NOON)
    meeting.election.seats.all().delete()
    with pytest.raises(AssemblyRefused, match=r"^An election has no seat yet\. Say how many are to be filled\.$"):
        actions.convene(meeting.assembly, now=NOON - timedelta(days=68))


def test_an_election_in_which_somebody_stands_is_not_removed() -> None:
    meeting = draft(organisations=3)
    election = meeting.election

    with pytest.raises(AssemblyRefused, match=r"^Somebody stands in this election\. Remove the candidacies first\.$"):
        actions.remove_election(election, now=NOON)
    for candidacy in election.candidacies.select_related("election", "person"):
        actions.remove_candidacy(candidacy, now=NOON)
    actions.remove_election(election, now=NOON)

    assert not Election.objects.exists()


def test_a_person_stands_once_and_agrees_once() -> None:
    meeting = convened(organisations=4)
    candidacy = actions.write_candidacy(new_candidacy(meeting, 3), now=NOON)

    actions.consent(candidacy, now=NOON)
    actions.consent(candidacy, now=NOON + timedelta(days=1))
    with pytest.raises(AssemblyRefused) as refused:
        actions.write_candidacy(new_candidacy(meeting, 3), now=NOON)

    assert str(refused.value) == f"{meeting.people[3].name} stands in this election already."
    assert candidacy.consented_at == NOON
    assert Entry.objects.filter(kind="consent").count() == 1


def test_candidates_stay_once_the_ballot_papers_are_made() -> None:
    meeting = frozen(organisations=4)
    actions.draft(meeting.election)

    with pytest.raises(AssemblyRefused) as refused:
        actions.write_candidacy(new_candidacy(meeting, 3), now=NOON)

    assert str(refused.value) == ("The ballot papers of this election are made. The candidates cannot change any more.")


def test_every_reason_why_somebody_cannot_stand_is_told() -> None:
    meeting = draft(organisations=4)
    InvoiceFactory(organisation=meeting.organisations[3], year=2024, due_on=NOON.date() - timedelta(days=700))
    stranger = UserFactory(name="Zoë Nobody")
    Candidacy.objects.create(election=meeting.election, person=stranger, organisation=meeting.organisations[3])

    found = {one.candidacy.person: one.why_not for one in candidates_of(meeting.election, on=NOON.date())}

    assert found[stranger] == (WhyNot.NO_CONSENT, WhyNot.ACTS_FOR_NOBODY, WhyNot.MAY_NOT_STAND)
    assert found[meeting.people[0]] == ()


def test_the_frozen_roll_says_who_may_stand() -> None:
    meeting = draft(organisations=3)
    InvoiceFactory(organisation=meeting.organisations[0], year=2024, due_on=NOON.date() - timedelta(days=700))
    actions.convene(meeting.assembly, now=NOON - timedelta(days=68))
    actions.freeze_roll(meeting.assembly, now=NOON)
    name = meeting.people[0].name

    found = {one.candidacy.person: one.why_not for one in candidates_of(meeting.election, on=NOON.date())}
    with pytest.raises(AssemblyRefused) as refused:
        actions.draft(meeting.election)

    assert found[meeting.people[0]] == (WhyNot.MAY_NOT_STAND,)
    assert str(refused.value) == (
        f"The organisation of {name} may not propose candidates. Remove these candidacies first."
    )
