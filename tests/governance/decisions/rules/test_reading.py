from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.decisions.rules import Act, Procedure, Standpoint, State, acts_on, may_read, may_run, remind_at

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
states, procedures = st.sampled_from(State), st.sampled_from(Procedure)
ORDER = (Standpoint.OUTSIDE, Standpoint.MEMBERS, Standpoint.SECRETARIAT, Standpoint.BODY)


@given(state=states, procedure=procedures, opened_at=st.sampled_from([None, NOW]))
def test_whoever_stands_nearer_reads_at_least_as_much(
    state: State, procedure: Procedure, opened_at: datetime | None
) -> None:
    reads = [may_read(one, state=state, procedure=procedure, opened_at=opened_at) for one in ORDER]

    assert reads == sorted(reads)
    assert (reads[0], reads[-1]) == (False, True)


@given(state=states, procedure=procedures)
def test_nobody_else_reads_what_never_was_opened_unless_it_was_taken(state: State, procedure: Procedure) -> None:
    read = may_read(Standpoint.MEMBERS, state=state, procedure=procedure, opened_at=None)

    assert read is (state in (State.TAKEN, State.RATIFIED))


def test_the_body_and_the_secretariat_run_it() -> None:
    assert [may_run(one) for one in ORDER] == [False, False, True, True]


@pytest.mark.parametrize(
    ("state", "procedure", "acts"),
    [
        (State.DRAFT, Procedure.MEETING, (Act.OPEN, Act.WITHDRAW)),
        (State.OPEN, Procedure.MEETING, (Act.MEETING, Act.WITHDRAW)),
        (State.OPEN, Procedure.WRITTEN, (Act.WITHDRAW,)),
        (State.TAKEN, Procedure.MEETING, (Act.RATIFY, Act.ASSIGN)),
        (State.RATIFIED, Procedure.SILENCE, (Act.ASSIGN,)),
        (State.LAPSED, Procedure.MEETING, ()),
        (State.WITHDRAWN, Procedure.WRITTEN, ()),
    ],
)
def test_each_state_offers_what_its_actions_take(state: State, procedure: Procedure, acts: tuple[Act, ...]) -> None:
    assert acts_on(state, procedure=procedure) == acts


def test_every_state_is_answered_for() -> None:
    assert all(isinstance(acts_on(state, procedure=one), tuple) for state, one in product(State, Procedure))


@given(lasts=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=60)))
def test_a_reminder_comes_in_the_second_half_and_in_the_last_two_days(lasts: timedelta) -> None:
    deadline = NOW + lasts

    at = remind_at(opened_at=NOW, deadline_at=deadline)

    assert NOW + (deadline - NOW) / 2 <= at <= deadline
    assert (deadline - at).total_seconds() <= 2 * 86_400
