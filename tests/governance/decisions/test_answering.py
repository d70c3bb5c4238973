from datetime import datetime, timedelta

import pytest

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Answer, Body, Decision, Recusal
from governance.decisions.rules import Choice, Procedure, Reason, State
from governance.ledger.models import Entry
from members.accounts.models import User
from tests.factories.decisions import DecisionFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def opened(body: Body, by: User, now: datetime, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=now)


def kinds() -> list[str]:
    return list(Entry.objects.order_by("n").values_list("kind", flat=True))


def test_the_last_answer_takes_a_written_decision_with_its_arithmetic(now: datetime) -> None:
    body, (chair, second, third) = committee()
    decision = opened(body, chair, now)

    for member, choice in ((chair, Choice.FOR), (second, Choice.AGAINST), (third, Choice.FOR)):
        actions.answer(decision, member=member, choice=choice, now=now + HOUR)

    decision.refresh_from_db()
    assert (decision.state, decision.settled_at) == (State.TAKEN, now + HOUR)
    assert decision.outcome == {
        "reason": "majority", "article": "18.2", "entitled": 3, "recused": 0, "base": 3, "votes_for": 2,
        "votes_against": 1, "abstentions": 0, "objections": 0, "meetings_asked": 0, "present": -1,
        "chair": "for",
    }  # fmt: skip
    assert kinds() == ["decision_opened", *["decision_answered"] * 3, "decision_taken"]


def test_an_answer_may_be_changed_and_its_versions_stay(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now)

    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)
    actions.answer(decision, member=chair, choice=Choice.AGAINST, now=now + HOUR)

    versions = Answer.objects.order_by("version").values_list("version", "choice", "is_current")
    assert list(versions) == [(1, "for", False), (2, "against", True)]


def test_a_recusal_leaves_the_base_and_takes_the_answer_back(now: datetime) -> None:
    body, (chair, second, third) = committee()
    decision = opened(body, chair, now)
    actions.answer(decision, member=second, choice=Choice.AGAINST, now=now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)

    actions.recuse(decision, member=third, words="My sister works there.", now=now)

    decision.refresh_from_db()
    assert decision.result is not None
    assert (decision.result.reason, decision.result.tally.base) == (Reason.CASTING_VOTE, 2)
    assert Recusal.objects.get().interest.words == "My sister works there."


def test_somebody_recused_neither_answers_nor_is_recused_again(now: datetime) -> None:
    body, (chair, second, _third) = committee()
    decision = opened(body, chair, now)
    actions.answer(decision, member=second, choice=Choice.FOR, now=now)
    actions.recuse(decision, member=second, words="I would be paid.", now=now)

    with pytest.raises(DecisionRefused, match="recused"):
        actions.answer(decision, member=second, choice=Choice.FOR, now=now)
    with pytest.raises(DecisionRefused, match="recused"):
        actions.recuse(decision, member=second, words="Again.", now=now)

    assert not Answer.objects.current().exists()


def test_an_interest_needs_its_words(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now)

    with pytest.raises(DecisionRefused, match="Say why"):
        actions.recuse(decision, member=chair, words="  ", now=now)

    assert not Recusal.objects.exists()


def test_a_stranger_does_not_answer(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now)

    with pytest.raises(DecisionRefused, match="Only members"):
        actions.answer(decision, member=PersonFactory(), choice=Choice.FOR, now=now)


def test_nobody_answers_after_the_deadline(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now)

    with pytest.raises(DecisionRefused, match="deadline has passed"):
        actions.answer(decision, member=chair, choice=Choice.FOR, now=now + timedelta(days=8))

    assert not Answer.objects.exists()


def test_an_answer_without_its_reason_is_refused_and_kept_nowhere(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now, procedure=Procedure.SILENCE)

    with pytest.raises(DecisionRefused, match="Say why"):
        actions.answer(decision, member=chair, choice=Choice.OBJECT, now=now)

    assert not Answer.objects.exists()


def test_one_objection_ends_silence_at_once(now: datetime) -> None:
    body, (chair, second, _third) = committee()
    decision = opened(body, chair, now, procedure=Procedure.SILENCE)

    actions.answer(decision, member=second, choice=Choice.OBJECT, reason="Too dear.", now=now + HOUR)

    decision.refresh_from_db()
    assert (decision.state, decision.outcome["reason"]) == (State.LAPSED, "objected")


def test_reading_is_confirmed_once_and_only_while_silence_runs(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now, procedure=Procedure.SILENCE)
    in_writing = opened(body, chair, now)

    for _time in range(2):
        actions.confirm_reading(decision, reader=chair, now=now)
    with pytest.raises(DecisionRefused, match="not open"):
        actions.confirm_reading(in_writing, reader=chair, now=now)

    assert decision.readings.count() == 1


def test_nobody_leaves_a_decision_that_is_taken(now: datetime) -> None:
    body, (chair, *_others) = committee(1)
    decision = opened(body, chair, now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)

    with pytest.raises(DecisionRefused, match="not open"):
        actions.recuse(decision, member=chair, words="Too late.", now=now)

    assert not Recusal.objects.exists()
