from datetime import date, datetime, timedelta

import pytest

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Body, Decision
from governance.decisions.rules import Choice, Count, FollowUpState, Procedure, State
from governance.decisions.tasks import settle_due
from governance.ledger.models import Entry
from members.accounts.models import User
from tests.factories.decisions import DecisionFactory, FollowUpFactory, committee

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def opened(body: Body, by: User, now: datetime, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=now)


def hands(votes_for: int, votes_against: int, *, chair: Choice | None = None) -> Count:
    return Count(votes_for=votes_for, votes_against=votes_against, abstentions=0, chair=chair)


def kinds() -> list[str]:
    return list(Entry.objects.order_by("n").values_list("kind", flat=True))


def test_the_worker_takes_what_nobody_objected_to_and_only_once(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now, procedure=Procedure.SILENCE)
    opened(body, chair, now + timedelta(days=6), procedure=Procedure.SILENCE)

    early = settle_due(now + timedelta(days=6))
    due = settle_due(now + timedelta(days=7, hours=3))
    again = settle_due(now + timedelta(days=7, hours=3))

    decision.refresh_from_db()
    assert (early, due, again) == (0, 1, 0)
    assert (decision.state, decision.outcome["reason"]) == (State.TAKEN, "no_objection")


def test_a_decision_that_cannot_be_settled_holds_up_no_other(now: datetime) -> None:
    body, (chair, *_others) = committee()
    broken = opened(body, chair, now, procedure=Procedure.SILENCE)
    sound = opened(body, chair, now + HOUR, procedure=Procedure.SILENCE)
    Decision.objects.filter(pk=broken.pk).update(rule={"damaged": 1})

    with pytest.raises(ExceptionGroup, match="could not be settled"):
        settle_due(now + timedelta(days=9))

    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.state, sound.state) == (State.OPEN, State.TAKEN)


def test_too_few_answers_let_a_written_decision_lapse_at_its_deadline(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)

    settle_due(now + timedelta(days=8))

    decision.refresh_from_db()
    assert (decision.state, decision.outcome["reason"]) == (State.LAPSED, "no_quorum")


def test_settling_what_somebody_else_settled_is_harmless(now: datetime) -> None:
    body, (chair, *_others) = committee(1)
    decision = opened(body, chair, now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)

    actions.settle(decision, now=now + timedelta(days=8))

    assert kinds().count("decision_taken") == 1


def test_a_meeting_is_recorded_by_its_count(now: datetime) -> None:
    body, people = committee(7)
    decision = opened(body, people[0], now, procedure=Procedure.MEETING)

    taken = actions.take_in_meeting(decision, hands(6, 1), now=now + HOUR)

    assert (taken.state, taken.outcome["reason"], taken.outcome["votes_for"]) == (State.TAKEN, "majority", 6)


def test_the_chair_breaks_a_tie_in_a_meeting(now: datetime) -> None:
    body, people = committee(4)
    decision = opened(body, people[0], now, procedure=Procedure.MEETING)

    taken = actions.take_in_meeting(decision, hands(2, 2, chair=Choice.FOR), now=now)

    assert taken.outcome["reason"] == "casting_vote"


def test_a_count_that_cannot_be_is_refused(now: datetime) -> None:
    body, people = committee(3)
    decision = opened(body, people[0], now, procedure=Procedure.MEETING)
    in_writing = opened(body, people[0], now)

    with pytest.raises(DecisionRefused, match="more votes than members"):
        actions.take_in_meeting(decision, hands(4, 0), now=now)
    with pytest.raises(DecisionRefused, match="decided in a meeting"):
        actions.take_in_meeting(in_writing, hands(4, 0), now=now)

    decision.refresh_from_db()
    assert decision.state == State.OPEN


def test_a_meeting_is_not_recorded_twice(now: datetime) -> None:
    body, people = committee(3)
    decision = opened(body, people[0], now, procedure=Procedure.MEETING)
    actions.take_in_meeting(decision, hands(3, 0), now=now)

    with pytest.raises(DecisionRefused, match="not open"):
        actions.take_in_meeting(decision, hands(3, 0), now=now)


def test_the_assembly_ratifies_what_was_taken_and_only_that(now: datetime) -> None:
    body, (chair, *_others) = committee(1)
    decision = opened(body, chair, now)

    with pytest.raises(DecisionRefused, match="Only a decision that was taken"):
        actions.ratify(decision, on=now.date(), now=now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)
    ratified = actions.ratify(decision, on=date(2026, 6, 12), now=now)

    assert (ratified.state, ratified.ratified_on) == (State.RATIFIED, date(2026, 6, 12))


def test_a_follow_up_is_done_once_and_only_of_what_was_taken(now: datetime) -> None:
    body, (chair, *_others) = committee(1)
    decision = opened(body, chair, now)
    follow_up = FollowUpFactory(decision=decision, owner=chair)

    with pytest.raises(DecisionRefused, match="Only a decision that was taken"):
        actions.finish_follow_up(follow_up, on=now.date(), now=now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)
    done = actions.finish_follow_up(follow_up, on=now.date(), now=now)

    assert (done.state, done.done_on) == (FollowUpState.DONE, date(2026, 6, 10))
    with pytest.raises(DecisionRefused, match="settled already"):
        actions.finish_follow_up(follow_up, on=now.date(), now=now)
