"""Two people act at once: one number, one outcome."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Decision, Office
from governance.decisions.rules import Choice, OfficeRole, Refusal, State
from governance.decisions.tasks import remind_due, settle_due
from governance.ledger.models import Entry
from members.accounts.models import User
from members.delivery.models import Dispatch
from tests.at_once import at_once
from tests.factories.decisions import BodyFactory, DecisionFactory, FollowUpFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_last_answers_at_once_take_the_decision_once(now: datetime) -> None:
    body, people = committee(3)
    decision = actions.open_decision(DecisionFactory(body=body), by=people[0], now=now)
    actions.answer(decision, member=people[0], choice=Choice.FOR, now=now)

    def answering(member: User) -> Callable[[], Any]:
        return lambda: actions.answer(decision, member=member, choice=Choice.FOR, now=now + timedelta(hours=1))

    at_once(answering(people[1]), answering(people[2]))

    decision.refresh_from_db()
    assert (decision.state, decision.outcome["votes_for"]) == (State.TAKEN, 3)
    assert Entry.objects.filter(kind="decision_taken").count() == 1


def test_two_openings_at_once_get_two_numbers(now: datetime) -> None:
    body, people = committee()
    drafts = [DecisionFactory(body=body) for _number in range(2)]

    def opening(draft: Decision) -> Callable[[], Any]:
        return lambda: actions.open_decision(draft, by=people[0], now=now)

    at_once(*(opening(draft) for draft in drafts))

    assert set(Decision.objects.values_list("number", flat=True)) == {1, 2}


def test_two_workers_at_once_remind_once(now: datetime) -> None:
    body, people = committee()
    actions.open_decision(DecisionFactory(body=body), by=people[0], now=now)
    soon = now + timedelta(days=6)

    at_once(lambda: remind_due(soon), lambda: remind_due(soon))

    assert Dispatch.objects.filter(about__endswith="reminder").count() == 1


def test_two_workers_at_once_settle_and_tell_once(now: datetime) -> None:
    body, people = committee()
    actions.open_decision(DecisionFactory(body=body), by=people[0], now=now)
    late = now + timedelta(days=8)

    at_once(lambda: settle_due(late), lambda: settle_due(late))

    assert Entry.objects.filter(kind="decision_lapsed").count() == 1
    assert Dispatch.objects.filter(about__endswith="outcome").count() == 1


def test_two_chairs_at_once_are_one_chair(now: datetime) -> None:
    body, people = BodyFactory(), [PersonFactory() for _number in range(2)]

    def seating(person: User) -> Callable[[], Any]:
        def seat() -> object:
            try:
                return actions.begin_office(body, user=person, role=OfficeRole.CHAIR, from_on=now.date(), now=now)
            except DecisionRefused as refusal:
                return refusal.refusal

        return seat

    answers = at_once(*(seating(person) for person in people))

    assert Refusal.CHAIR_TAKEN in answers
    assert Office.objects.chairs().count() == 1


def test_an_answer_and_a_recusal_at_once_leave_no_answer_of_the_recused(now: datetime) -> None:
    body, people = committee(3)
    decision = actions.open_decision(DecisionFactory(body=body), by=people[0], now=now)

    def answer() -> object:
        try:
            return actions.answer(decision, member=people[1], choice=Choice.FOR, now=now)
        except DecisionRefused as refusal:
            return refusal.refusal

    at_once(answer, lambda: actions.recuse(decision, member=people[1], words="A cousin.", now=now))

    assert not decision.answers.current().exists()
    assert decision.recusals.count() == 1


def test_a_follow_up_is_finished_once_by_two_at_once(now: datetime) -> None:
    decision = DecisionFactory(state=State.TAKEN, year=2026, number=1, settled_at=now)
    follow_up = FollowUpFactory(decision=decision)

    def finish() -> object:
        try:
            return actions.finish_follow_up(follow_up, on=now.date(), now=now)
        except DecisionRefused as refusal:
            return refusal.refusal

    answers = at_once(finish, finish)

    assert Refusal.ALREADY_DONE in answers
    assert Entry.objects.filter(kind="decision_carried_out").count() == 1
