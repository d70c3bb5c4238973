from datetime import UTC, datetime, timedelta

import pytest

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Body, Decision
from governance.decisions.rules import FollowUpState, Procedure, Refusal, State, Subject
from members.accounts.models import User
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def opened(body: Body, by: User, now: datetime, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=now)


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
