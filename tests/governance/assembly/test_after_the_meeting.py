"""Minutes are objected to, results challenged, and then all is final."""

from collections.abc import Callable
from datetime import datetime

import pytest

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Challenge, MinutesObjection
from governance.assembly.rules.words import State, Verdict
from governance.ledger.models import Entry
from governance.voting.actions import appoint_teller
from governance.voting.models import Ballot
from tests.factories.assembly import NOON, Meeting, closed, minuted

pytestmark = pytest.mark.django_db


def said(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def ballot_of(meeting: Meeting) -> Ballot:
    ballot = meeting.motions[0].ballot
    assert ballot is not None
    return ballot


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
