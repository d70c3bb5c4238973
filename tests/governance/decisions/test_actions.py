from datetime import UTC, date, datetime, timedelta

import pytest

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Answer, Body, Decision, Recusal
from governance.decisions.rules import Choice, Count, FollowUpState, Procedure, Reason, Refusal, State, Subject
from governance.decisions.tasks import settle_due
from governance.ledger.models import Entry
from members.accounts.models import User
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, FollowUpFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def opened(body: Body, by: User, now: datetime, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=now)


def hands(votes_for: int, votes_against: int, *, chair: Choice | None = None) -> Count:
    return Count(votes_for=votes_for, votes_against=votes_against, abstentions=0, chair=chair)


def kinds() -> list[str]:
    return list(Entry.objects.order_by("n").values_list("kind", flat=True))


def test_a_member_proposes_a_draft_with_the_person_who_will_do_it(now: datetime) -> None:
    body, (chair, owner, _third) = committee()
    title = translated(en="A new auditor", fr="Une nouvelle révision", es="Nueva auditoría")

    draft = actions.propose(
        body, by=chair, title=title, text=title, procedure=Procedure.WRITTEN, owner=owner, due_on=None, now=now
    )

    follow_up = draft.follow_ups.get()
    assert (draft.state, draft.number, draft.register_number) == (State.DRAFT, None, "")
    assert (follow_up.owner, follow_up.state) == (owner, FollowUpState.IN_HAND)


def test_somebody_who_does_not_sit_in_the_body_proposes_nothing(now: datetime) -> None:
    body, _people = committee()
    title = translated(en="A new auditor")
    with pytest.raises(DecisionRefused) as refused:
        actions.propose(
            body,
            by=PersonFactory(),
            title=title,
            text=title,
            procedure=Procedure.WRITTEN,
            owner=PersonFactory(),
            now=now,
        )

    assert refused.value.refusal == Refusal.NOT_A_MEMBER
    assert str(refused.value) == "Only members of the committee may do this."


def test_opening_gives_the_next_number_of_the_year_and_freezes_the_statutes(now: datetime) -> None:
    body, people = committee()

    first, second = (opened(body, people[0], now) for _time in range(2))

    assert [first.register_number, second.register_number] == ["2026/1", "2026/2"]
    assert second.deadline_at == datetime(2026, 6, 17, 15, 0, tzinfo=UTC)
    assert second.rule["articles"]["procedure"] == "18.3"


def test_numbers_begin_again_with_the_year_at_the_seat(now: datetime) -> None:
    body, people = committee()
    opened(body, people[0], now)

    new_year = opened(body, people[0], datetime(2026, 12, 31, 23, 30, tzinfo=UTC))

    assert new_year.register_number == "2027/1"


def test_what_touches_the_budget_is_not_opened_by_silence(now: datetime) -> None:
    body, people = committee()
    draft = DecisionFactory(body=body, procedure=Procedure.SILENCE, subject=Subject.BUDGET)

    with pytest.raises(DecisionRefused, match="not decided by silence"):
        actions.open_decision(draft, by=people[0], now=now)

    assert Decision.objects.get().state == State.DRAFT


def test_the_last_answer_takes_a_written_decision_with_its_arithmetic(now: datetime) -> None:
    body, (chair, second, third) = committee()
    decision = opened(body, chair, now)

    for member, choice in ((chair, Choice.FOR), (second, Choice.AGAINST), (third, Choice.FOR)):
        actions.answer(decision, member=member, choice=choice, now=now + HOUR)

    decision.refresh_from_db()
    assert (decision.state, decision.settled_at) == (State.TAKEN, now + HOUR)
    assert decision.outcome == {
        "reason": "majority", "article": "18.2", "entitled": 3, "recused": 0, "base": 3, "votes_for": 2,
        "votes_against": 1, "abstentions": 0, "objections": 0, "meetings_asked": 0, "chair": "for",
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


def test_what_is_withdrawn_keeps_its_number(now: datetime) -> None:
    body, people = committee()
    decision = opened(body, people[0], now)

    actions.withdraw(decision, by=people[0], now=now)
    following = opened(body, people[0], now)

    decision.refresh_from_db()
    assert (decision.state, decision.register_number) == (State.WITHDRAWN, "2026/1")
    assert following.register_number == "2026/2"
    with pytest.raises(DecisionRefused, match="settled already"):
        actions.withdraw(decision, by=people[0], now=now)


def test_the_secretariat_opens_what_a_member_drafted(now: datetime) -> None:
    body, people = committee()
    draft = DecisionFactory(body=body, proposed_by=people[1])

    assert actions.open_decision(draft, by=StaffFactory(), now=now).is_open


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


def test_reading_is_confirmed_once_and_only_while_silence_runs(now: datetime) -> None:
    body, (chair, *_others) = committee()
    decision = opened(body, chair, now, procedure=Procedure.SILENCE)
    in_writing = opened(body, chair, now)

    for _time in range(2):
        actions.confirm_reading(decision, reader=chair, now=now)
    with pytest.raises(DecisionRefused, match="not open"):
        actions.confirm_reading(in_writing, reader=chair, now=now)

    assert decision.readings.count() == 1
