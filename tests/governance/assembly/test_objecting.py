"""Members object to the roll, the minutes and decisions; each objection gets an answer in words."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Challenge, MinutesObjection, RollEntry, RollObjection
from governance.assembly.queries import attendance_of
from governance.assembly.rules.words import State, Verdict
from governance.ledger.models import Entry
from governance.voting.actions import appoint_teller
from governance.voting.models import Ballot
from tests.factories.assembly import NOON, Meeting, closed, convened, fresh, frozen, minuted, opened
from tests.factories.organisations import InvoiceFactory

pytestmark = pytest.mark.django_db


def said(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def entry(meeting: Meeting, place: int) -> RollEntry:
    return meeting.assembly.roll.select_related("organisation", "assembly").get(
        organisation=meeting.organisations[place]
    )


def barred() -> Meeting:
    """Frozen; the second organisation may not vote because of its dues."""
    meeting = convened(organisations=3)
    InvoiceFactory(organisation=meeting.organisations[1], year=2024, due_on=NOON.date() - timedelta(days=700))
    actions.freeze_roll(meeting.assembly, now=NOON - timedelta(days=30))
    return fresh(meeting)


def object_to_roll(meeting: Meeting, place: int, *, text: str = "We paid.") -> RollObjection:
    return actions.object_to_roll(
        entry(meeting, place),
        organisation=meeting.organisations[0],
        by=meeting.people[0],
        text=text,
        now=NOON - timedelta(days=20),
    )


def answer(objection: RollObjection, verdict: Verdict, *, text: str = "So it is.") -> RollObjection:
    return actions.answer_roll_objection(objection, verdict=verdict, answer=text, now=NOON - timedelta(days=10))


def ballot_of(meeting: Meeting) -> Ballot:
    ballot = meeting.motions[0].ballot
    assert ballot is not None
    return ballot


def test_an_upheld_objection_corrects_the_roll_and_leaves_the_entry() -> None:
    meeting = barred()
    before = attendance_of(meeting.assembly).entitled

    answer(object_to_roll(meeting, 1), Verdict.UPHELD)

    corrected = entry(meeting, 1)
    assert (corrected.may_vote, corrected.votes) == (False, True)
    assert (before, attendance_of(meeting.assembly).entitled) == (2, 3)
    assert Entry.objects.get(kind="roll correction").body["vote"] == 1
    assert str(corrected.correction) == str(corrected)
    actions.open_assembly(meeting.assembly, now=NOON)
    actions.register(meeting.assembly, organisation=meeting.organisations[1], person=meeting.people[1], now=NOON)
    assert attendance_of(meeting.assembly).present == 1


def test_an_objection_can_take_a_vote_away_while_nothing_hangs_on_it() -> None:
    meeting = frozen(organisations=3)

    answer(object_to_roll(meeting, 1), Verdict.UPHELD)

    assert attendance_of(meeting.assembly).entitled == 2
    assert meeting.assembly.electorate is not None
    assert meeting.assembly.electorate.mandates.count() == 2


def test_a_vote_that_was_given_away_is_not_taken_before_the_proxy_is() -> None:
    meeting = frozen(organisations=3)
    objection = object_to_roll(meeting, 1)
    giver, holder = meeting.organisations[2], meeting.organisations[1]
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[2], now=NOON - timedelta(days=3))

    told = said(lambda: answer(objection, Verdict.UPHELD))

    objection.refresh_from_db()
    assert told == "This organisation gave or holds a proxy. It has to be taken back first."
    assert objection.is_pending


def test_a_dismissed_objection_changes_nothing_but_is_answered() -> None:
    meeting = barred()

    objection = answer(object_to_roll(meeting, 1), Verdict.DISMISSED, text="The invoice of 2024 is open.")

    assert (entry(meeting, 1).votes, objection.answer) == (False, "The invoice of 2024 is open.")
    assert said(lambda: answer(objection, Verdict.UPHELD)) == "This was answered already."


def test_a_line_is_corrected_once() -> None:
    meeting = barred()
    first, second = object_to_roll(meeting, 1), object_to_roll(meeting, 1, text="They did pay.")
    answer(first, Verdict.UPHELD)

    assert said(lambda: answer(second, Verdict.UPHELD)) == "This line of the roll was corrected already."
    assert said(lambda: object_to_roll(meeting, 1)) == "This line of the roll was corrected already."


def test_an_objection_to_the_roll_says_something_in_time_and_comes_from_a_delegation() -> None:
    meeting, late = barred(), opened(organisations=2, slug="late")

    assert said(lambda: object_to_roll(meeting, 1, text="  ")) == "Say what you object to and why."
    assert said(lambda: object_to_roll(late, 1)) == "Objections to the roll end when the assembly opens."
    meeting.people[0] = late.people[0]
    assert said(lambda: object_to_roll(meeting, 1)).startswith("You are not in the delegation of ")
    assert not RollObjection.objects.exists()


@pytest.mark.parametrize(("verdict", "text"), [(Verdict.PENDING, "Well"), (Verdict.UPHELD, "  ")])
def test_an_answer_has_a_verdict_and_words(verdict: Verdict, text: str) -> None:
    objection = object_to_roll(barred(), 1)

    assert said(lambda: answer(objection, verdict, text=text)) == (
        "Choose a verdict and say why. Everybody reads the answer."
    )


def test_a_meeting_does_not_open_over_an_objection_without_answer() -> None:
    meeting = barred()
    objection = object_to_roll(meeting, 1)

    told = said(lambda: actions.open_assembly(meeting.assembly, now=NOON))
    answer(objection, Verdict.DISMISSED)

    assert told == "An objection to the roll is not answered yet. Answer it first."
    assert actions.open_assembly(meeting.assembly, now=NOON).state == State.OPEN
    assert said(lambda: answer(objection, Verdict.UPHELD)) == "Objections to the roll end when the assembly opens."


def object_to_minutes(meeting: Meeting, *, at: datetime, place: int = 0) -> MinutesObjection:
    return actions.object_to_minutes(
        meeting.assembly,
        organisation=meeting.organisations[place],
        by=meeting.people[place],
        text="Item 2 was adjourned.",
        now=at,
    )


def test_an_upheld_objection_changes_the_minutes() -> None:
    meeting = minuted(organisations=5)
    at = meeting.step(days=23, hours=23)
    objection = object_to_minutes(meeting, at=at)

    told = said(lambda: actions.make_final(meeting.assembly, now=meeting.step(days=90)))
    words = translated(en="Item 2 was adjourned.")
    actions.answer_minutes_objection(objection, verdict=Verdict.UPHELD, answer="True.", text=words, now=at)

    meeting.assembly.minutes.refresh_from_db()
    assert told == "A ballot is not counted and signed by the tellers yet."
    assert str(meeting.assembly.minutes.text) == "Item 2 was adjourned."
    assert Entry.objects.filter(kind="minutes corrected").count() == 1


def test_a_dismissed_objection_leaves_the_minutes() -> None:
    meeting = minuted(organisations=5)
    objection = object_to_minutes(meeting, at=meeting.step(days=11))

    actions.answer_minutes_objection(
        objection, verdict=Verdict.DISMISSED, answer="It was not.", text=translated(en="X"), now=meeting.step(days=12)
    )

    meeting.assembly.minutes.refresh_from_db()
    assert str(meeting.assembly.minutes.text) == "All went well."


@pytest.mark.parametrize("days", [24, 200])
def test_minutes_are_objected_to_within_their_time(days: int) -> None:
    meeting, early = minuted(organisations=5), closed(organisations=5, slug="early")
    over = "The time for objecting to the minutes is over, or has not begun."

    assert said(lambda: object_to_minutes(meeting, at=meeting.step(days=days))) == over
    assert said(lambda: object_to_minutes(early, at=early.step(days=5))) == over
    assert not MinutesObjection.objects.exists()


def raise_challenge(meeting: Meeting, *, at: datetime) -> Challenge:
    return actions.challenge(
        ballot_of(meeting),
        organisation=meeting.organisations[0],
        by=meeting.people[0],
        text="The hall could not hear.",
        now=at,
    )


def test_a_decision_is_challenged_until_its_time_is_over() -> None:
    meeting = minuted(organisations=5)

    raised = raise_challenge(meeting, at=meeting.step(days=39))
    late = said(lambda: raise_challenge(meeting, at=meeting.step(days=40)))
    answered = actions.answer_challenge(
        raised, verdict=Verdict.UPHELD, answer="It is voted on again.", now=meeting.step(days=41)
    )

    assert late == "The time for challenging this decision is over."
    assert (answered.verdict, answered.answered_at) == (Verdict.UPHELD, meeting.step(days=41))


def test_only_a_counted_result_is_challenged() -> None:
    meeting = closed(organisations=5)
    ballot = ballot_of(meeting)
    Ballot.objects.filter(pk=ballot.pk).update(state="closed")

    assert said(lambda: raise_challenge(meeting, at=NOON)) == (
        "Only a result that is counted and not final yet can be challenged."
    )


def test_a_meeting_is_final_when_all_is_signed_answered_and_over() -> None:
    meeting = minuted(organisations=5)
    ballot = ballot_of(meeting)
    appoint_teller(ballot.electorate, person=meeting.people[4], on=NOON.date())
    objection, raised = object_to_minutes(meeting, at=meeting.step(days=11)), raise_challenge(meeting, at=meeting.now)
    end = meeting.step(days=50)

    def final(at: datetime) -> str:
        return said(lambda: actions.make_final(meeting.assembly, now=at))

    assert final(end) == "A ballot is not counted and signed by the tellers yet."
    actions.sign(ballot, by=meeting.people[4], now=meeting.now)
    assert final(end) == "An objection to the minutes is not answered yet. Answer it first."
    actions.answer_minutes_objection(objection, verdict=Verdict.DISMISSED, answer="No.", now=meeting.step(days=12))
    assert final(end) == "A challenge is not answered yet. Answer it first."
    actions.answer_challenge(raised, verdict=Verdict.DISMISSED, answer="They could.", now=end)
    assert final(meeting.step(days=13)) == "Members may object to the minutes until 4 July 2026."
    assert final(meeting.step(days=30)) == "Members may challenge a decision until 20 July 2026."
    actions.make_final(meeting.assembly, now=end)

    ballot.refresh_from_db()
    meeting.assembly.refresh_from_db()
    meeting.assembly.minutes.refresh_from_db()
    assert (meeting.assembly.state, ballot.state, meeting.assembly.minutes.adopted_at) == ("final", "final", end)
    assert said(lambda: raise_challenge(meeting, at=end)).startswith("Only a result")


def test_adopted_minutes_are_not_answered_for_any_more() -> None:
    meeting = minuted(organisations=5)
    objection = object_to_minutes(meeting, at=meeting.step(days=11))
    meeting.assembly.state = State.FINAL
    meeting.assembly.save(update_fields=["state"])

    told = said(lambda: actions.answer_minutes_objection(objection, verdict=Verdict.UPHELD, answer="Yes.", now=NOON))

    assert told == "These minutes are adopted."


def test_an_answer_without_words_is_refused_by_the_database() -> None:
    objection = object_to_roll(barred(), 1)

    with pytest.raises(IntegrityError), transaction.atomic():
        RollObjection.objects.filter(pk=objection.pk).update(verdict=Verdict.UPHELD)

    assert str(objection) == f"{objection.organisation}: General assembly 2026"
