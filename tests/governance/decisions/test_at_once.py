"""Two people act at once: one number, one outcome."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from governance.decisions import actions
from governance.decisions.models import Decision
from governance.decisions.rules import Choice, State
from governance.ledger.models import Entry
from members.accounts.models import User
from tests.factories.decisions import DecisionFactory, committee

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*doings: Callable[[], Any]) -> list[Any]:
    """Each in a thread with a connection of its own, let go together."""
    barrier = Barrier(len(doings))

    def run(doing: Callable[[], Any]) -> Any:
        try:
            barrier.wait(timeout=10)
            return doing()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(doings)) as pool:
        return [one.result(timeout=60) for one in [pool.submit(run, doing) for doing in doings]]


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
