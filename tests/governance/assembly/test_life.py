from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Assembly, QuorumReading, RollEntry
from governance.assembly.rules.words import Part, State
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from members.accounts.models import User
from members.organisations.rules import Role
from tests.factories.assembly import (
    NOON,
    Meeting,
    add_election,
    attended,
    closed,
    convened,
    draft,
    electing,
    fresh,
    frozen,
    minuted,
    opened,
    voting,
)
from tests.factories.organisations import ContactFactory, InvoiceFactory
from tests.factories.statutes import statutes

pytestmark = pytest.mark.django_db


def test_convening_freezes_the_statutes_and_gives_notice_to_every_member_and_observer() -> None:
    statutes(from_on=NOON.date() - timedelta(days=400), proxies_per_holder=(3, "10.3 bis"))
    meeting = draft(organisations=2)

    assembly = actions.convene(meeting.assembly, now=NOON - timedelta(days=68))
    statutes(from_on=NOON.date() - timedelta(days=1), proxies_per_holder=(1, "10.3"))

    assert (assembly.state, assembly.convened_at) == (State.CONVENED, NOON - timedelta(days=68))
    assert assembly.statutes["proxies_per_holder"] == {"value": 3, "article": "10.3 bis"}
    assert assembly.notices.count() == 3
    assert Entry.objects.get(kind="convened").body == {"assembly": assembly.key, "notices": 3, "days": 68}


def test_the_roll_says_who_may_vote_and_why_others_may_not() -> None:
    meeting = convened(organisations=3)
    InvoiceFactory(organisation=meeting.organisations[1], year=2024, due_on=NOON.date() - timedelta(days=700))

    assembly = actions.freeze_roll(meeting.assembly, now=NOON - timedelta(days=30))

    roll = {entry.organisation: entry for entry in assembly.roll.select_related("organisation")}
    assert [roll[one].may_vote for one in (*meeting.organisations, meeting.observer)] == [True, False, True, False]
    assert roll[meeting.organisations[1]].reasons["vote"] == ["dues"]
    assert roll[meeting.observer].reasons["vote"] == ["category"]
    assert assembly.electorate is not None and assembly.electorate.mandates.count() == 2
    assert assembly.series is not None and assembly.series.slots.count() == 2


def test_a_delegation_has_one_head_and_the_delegates_of_the_record_date() -> None:
    meeting = convened(organisations=1)
    (organisation,) = meeting.organisations
    second = ContactFactory(organisation=organisation, role=Role.DELEGATE).user
    ContactFactory(organisation=organisation, user=meeting.people[0], role=Role.DELEGATE)
    ContactFactory(organisation=organisation, role=Role.FINANCE)
    ContactFactory(organisation=organisation, role=Role.DELEGATE, from_on=NOON.date())

    assembly = actions.freeze_roll(meeting.assembly, now=NOON - timedelta(days=30))

    parts = {one.person: one.part for one in assembly.delegations.filter(organisation=organisation)}
    assert parts == {meeting.people[0]: Part.HEAD, second: Part.DELEGATE}


def test_an_assembly_without_an_election_has_no_papers_to_draw() -> None:
    meeting = opened(elections=0, organisations=1)

    with pytest.raises(AssemblyRefused, match=r"^There are no ballot papers to draw in this assembly now\.$"):
        actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)

    assert meeting.assembly.series is None


def test_a_life_goes_forward_step_by_step_and_the_ledger_has_it() -> None:
    meeting = minuted()

    kinds = list(Entry.objects.order_by("n").values_list("kind", flat=True))
    assert meeting.assembly.state == State.MINUTED
    assert str(meeting.assembly.minutes.text) == "All went well."
    assert [kind for kind in kinds if kind not in ("registered", "vote", "series")] == [
        *("convened", "roll", "assembly opened", "opened", "closed", "result", "assembly closed", "minuted"),
    ]
    assert verify().holds


@pytest.mark.parametrize(
    ("made", "act", "state"),
    [
        (convened, actions.convene, "Convened"),
        (draft, actions.freeze_roll, "Draft"),
        (frozen, actions.freeze_roll, "Roll frozen"),
        (convened, actions.open_assembly, "Convened"),
        (opened, actions.open_assembly, "Open"),
        (frozen, actions.close_assembly, "Roll frozen"),
        (closed, actions.close_assembly, "Closed"),
    ],
)
def test_a_step_out_of_turn_is_refused_with_the_state_that_the_assembly_is_in(
    made: Callable[[], Meeting], act: Callable[..., Any], state: str
) -> None:
    meeting = made()
    before = meeting.assembly.state

    with pytest.raises(AssemblyRefused) as refused:
        act(meeting.assembly, now=NOON)

    assert str(refused.value) == f"This assembly is in the state “{state}”, so that cannot be done now."
    assert Assembly.objects.get().state == before


def test_minutes_are_written_after_the_close() -> None:
    meeting = opened(organisations=1)

    with pytest.raises(AssemblyRefused, match="in the state “Open”"):
        actions.minute(meeting.assembly, text=translated(en="Too early"), now=NOON)


def test_an_assembly_does_not_close_over_an_open_ballot() -> None:
    meeting, ballot = voting(organisations=1)

    with pytest.raises(AssemblyRefused) as refused:
        actions.close_assembly(meeting.assembly, now=NOON)

    assert str(refused.value) == ("A ballot is still open. Close and count it, or withdraw it, before the assembly.")
    actions.close_and_count(ballot, now=NOON)
    assert actions.close_assembly(meeting.assembly, now=NOON).state == State.CLOSED
    assert not meeting.assembly.presences.now_there().exists()


def test_the_quorum_is_read_with_those_present_and_those_represented() -> None:
    meeting = opened(organisations=4)
    first, second, third, _absent = meeting.organisations
    actions.give_proxy(meeting.assembly, giver=second, holder=first, by=meeting.people[1], now=NOON)
    actions.give_proxy(meeting.assembly, giver=third, holder=meeting.organisations[3], by=meeting.people[2], now=NOON)
    actions.register(meeting.assembly, organisation=meeting.observer, person=meeting.observing, now=NOON)
    before = actions.read_quorum(meeting.assembly, now=NOON)

    actions.register(meeting.assembly, organisation=first, person=meeting.people[0], now=NOON)
    after = actions.read_quorum(meeting.assembly, now=NOON + timedelta(hours=1))

    assert [(one.present, one.represented, one.base, one.met) for one in (before, after)] == [
        (0, 0, 4, False),
        (1, 1, 4, True),
    ]
    assert str(after) == "1 + 1 / 4"


def test_the_quorum_is_read_while_the_assembly_is_open() -> None:
    meeting = frozen(organisations=1)

    with pytest.raises(AssemblyRefused, match=r"^The quorum is read while the assembly is open\.$"):
        actions.read_quorum(meeting.assembly, now=NOON)

    assert not QuorumReading.objects.exists()


def test_nothing_is_put_to_the_vote_outside_an_open_assembly() -> None:
    meeting = frozen()

    with pytest.raises(AssemblyRefused, match=r"^Votes are taken while the assembly is open\.$"):
        actions.put_to_the_vote(meeting.motions[0], now=NOON)


def test_a_ballot_is_drafted_once_and_only_with_a_roll() -> None:
    early, late = convened(slug="early"), frozen(slug="late")
    stale = late.motions[0]

    with pytest.raises(AssemblyRefused, match=r"^The roll is not frozen yet\.$"):
        actions.draft(early.motions[0])
    first = actions.draft(late.motions[0])

    assert actions.draft(stale) == first
    assert actions.draft(late.election) == actions.draft(late.election)


def test_an_election_without_a_slot_is_refused() -> None:
    meeting = frozen(elections=0)
    election = add_election(meeting.assembly, candidates=[])

    with pytest.raises(AssemblyRefused, match=r"^No ballot papers were prepared for this election\.$"):
        actions.draft(election)


def test_a_ballot_is_withdrawn_with_a_reason() -> None:
    meeting, ballot = electing()

    with pytest.raises(AssemblyRefused, match=r"^Say why this ballot is withdrawn"):
        actions.withdraw(ballot, reason="  ", now=NOON)
    withdrawn = actions.withdraw(ballot, reason="A candidate left", now=NOON)

    assert withdrawn.state == "withdrawn"
    assert Entry.objects.get(kind="withdrawn").body["reason"] == "A candidate left"
    with pytest.raises(AssemblyRefused, match="in the state “Withdrawn”"):
        actions.withdraw(ballot, reason="Again", now=NOON)
    assert fresh(meeting).assembly.is_open


@pytest.mark.parametrize("change", ["update", "delete", "insert"])
def test_the_roll_is_never_changed_once_frozen(change: str) -> None:
    meeting = frozen(organisations=1)
    entry = meeting.assembly.roll.entitled().get()
    late = ContactFactory().organisation
    row = RollEntry(assembly=meeting.assembly, organisation=late, may_vote=True, may_propose=True, may_stand=True)
    acts: dict[str, Callable[[], object]] = {
        "update": lambda: RollEntry.objects.filter(pk=entry.pk).update(may_vote=False),
        "delete": lambda: RollEntry.objects.filter(pk=entry.pk).delete(),
        "insert": row.save,
    }

    with pytest.raises(IntegrityError, match="the_roll_is_never_changed_once_frozen"), transaction.atomic():
        acts[change]()

    assert meeting.assembly.roll.count() == 2
    assert meeting.assembly.roll.get(pk=entry.pk).may_vote


def test_everything_in_a_meeting_has_a_name() -> None:
    meeting = attended(organisations=1)
    assembly, person = meeting.assembly, meeting.people[0]
    organisation: str = meeting.organisations[0].name

    assert isinstance(person, User)
    assert str(assembly) == "General assembly 2026"
    assert str(meeting.motions[0]) == "Motion 1: Proposal 1"
    assert str(meeting.election) == "Election of the chair"
    assert str(assembly.agenda.get(number=1)) == "1. Item 1"
    assert str(assembly.presences.get()) == f"{person} ({organisation})"
    assert str(meeting.election.seats.get()) == "Election of the chair 1"
    assert str(meeting.election.candidacies.get()) == f"{person} ({organisation})"
    assert str(assembly.roll.entitled().get()) == f"{organisation}: General assembly 2026"
