from datetime import UTC, datetime, timedelta

import pytest

from governance.decisions.rules import (
    Choice,
    CommitteeRule,
    Procedure,
    Refusal,
    State,
    Subject,
    refusal_to_answer,
    refusal_to_open,
)

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
RULE = CommitteeRule(articles={})


@pytest.mark.parametrize("subject", [Subject.BUDGET, Subject.PERSONS, Subject.STATUTES])
def test_some_subjects_are_not_decided_by_silence(subject: Subject) -> None:
    by_silence = refusal_to_open(State.DRAFT, procedure=Procedure.SILENCE, subject=subject, rule=RULE)
    in_writing = refusal_to_open(State.DRAFT, procedure=Procedure.WRITTEN, subject=subject, rule=RULE)

    assert (by_silence, in_writing) == (Refusal.SUBJECT_EXCLUDED, None)


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_only_a_draft_is_opened(state: State) -> None:
    found = refusal_to_open(state, procedure=Procedure.WRITTEN, subject=Subject.OTHER, rule=RULE)

    assert found == Refusal.NOT_A_DRAFT


@pytest.mark.parametrize(
    ("choice", "procedure", "state", "minutes", "reason", "expected"),
    [
        (Choice.FOR, Procedure.WRITTEN, State.OPEN, 1, "", None),
        (Choice.FOR, Procedure.WRITTEN, State.TAKEN, 1, "", Refusal.NOT_OPEN),
        (Choice.FOR, Procedure.WRITTEN, State.OPEN, 0, "", Refusal.TOO_LATE),
        (Choice.OBJECT, Procedure.WRITTEN, State.OPEN, 1, "No.", Refusal.WRONG_CHOICE),
        (Choice.FOR, Procedure.SILENCE, State.OPEN, 1, "", Refusal.WRONG_CHOICE),
        (Choice.FOR, Procedure.MEETING, State.OPEN, 1, "", Refusal.WRONG_CHOICE),
        (Choice.OBJECT, Procedure.SILENCE, State.OPEN, 1, "  ", Refusal.REASON_MISSING),
        (Choice.OBJECT, Procedure.SILENCE, State.OPEN, 1, "Too dear.", None),
        (Choice.MEETING, Procedure.WRITTEN, State.OPEN, 1, "", Refusal.REASON_MISSING),
    ],
)
def test_an_answer_is_taken_or_refused_with_its_reason(
    choice: Choice, procedure: Procedure, state: State, minutes: int, reason: str, expected: Refusal | None
) -> None:
    deadline_at = NOW + timedelta(minutes=minutes)

    found = refusal_to_answer(choice, procedure=procedure, state=state, deadline_at=deadline_at, now=NOW, reason=reason)

    assert found == expected
