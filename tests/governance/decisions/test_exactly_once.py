"""Exactly once: a mail and what it tells happen together, however often the worker is killed or run."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from governance.decisions import actions, notices
from governance.decisions.actions import proposing, reminding, settling
from governance.decisions.models import Body, Decision
from governance.decisions.rules import State
from governance.decisions.tasks import remind_due, settle_due
from members.accounts.models import User
from members.delivery.models import Delivery, Dispatch
from tests.factories.decisions import DecisionFactory, committee

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


class Killed(BaseException):
    """The process ends here."""


def killed(*_args: Any, **_kwargs: Any) -> None:
    raise Killed


def opened(body: Body, by: User, now: datetime) -> Decision:
    return actions.open_decision(DecisionFactory(body=body, proposed_by=by), by=by, now=now)


def told(topic: str) -> set[str]:
    """Who got, or will get, this kind of notice."""
    return set(Delivery.objects.filter(dispatch__about__endswith=f" {topic}").values_list("address", flat=True))


def test_a_kill_while_opening_leaves_a_draft_and_no_mail(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    body, people = committee(2)
    draft = DecisionFactory(body=body)
    monkeypatch.setattr(proposing, "tell", killed)
    with pytest.raises(Killed):
        actions.open_decision(draft, by=people[0], now=now)
    monkeypatch.undo()

    before = (Decision.objects.get().state, Dispatch.objects.count())
    actions.open_decision(draft, by=people[0], now=now)

    assert before == (State.DRAFT, 0)
    assert Dispatch.objects.count() == 1


def test_a_kill_while_reminding_reminds_once_in_the_end(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    body, people = committee(2)
    opened(body, people[0], now)
    monkeypatch.setattr(Decision, "save", killed)
    with pytest.raises(Killed):
        remind_due(now + 6 * DAY)
    monkeypatch.undo()

    before = told("reminder")
    remind_due(now + 6 * DAY)
    remind_due(now + 6 * DAY)

    assert before == set()
    assert Dispatch.objects.filter(about__endswith="reminder").count() == 1


def test_a_kill_while_settling_settles_and_tells_once_in_the_end(
    monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    body, people = committee(2)
    decision = opened(body, people[0], now)
    monkeypatch.setattr(settling, "tell", killed)
    with pytest.raises(Killed):
        settle_due(now + 8 * DAY)
    monkeypatch.undo()

    decision.refresh_from_db()
    before = (decision.state, told("outcome"))
    settle_due(now + 8 * DAY)
    settle_due(now + 8 * DAY)

    assert before == (State.OPEN, set())
    assert Dispatch.objects.filter(about__endswith="outcome").count() == 1


def test_a_reminder_that_breaks_holds_up_no_other(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    body, people = committee(2)
    first, second = opened(body, people[0], now), opened(body, people[0], now)
    real = notices.reminder

    def breaking(decision: Decision) -> Any:
        if decision.pk == first.pk:
            raise ValueError("a broken template")
        return real(decision)

    monkeypatch.setattr(reminding, "reminder", breaking)

    with pytest.raises(ExceptionGroup, match="could not be reminded of"):
        remind_due(now + 6 * DAY)

    second.refresh_from_db()
    assert second.reminded_at == now + 6 * DAY
