"""Why an answer or an opening is refused. The words for each are in `actions.refusals`."""

from datetime import datetime
from enum import StrEnum

from governance.decisions.rules.counting import CommitteeRule
from governance.decisions.rules.words import Choice, Procedure, State, Subject

CHOICES = {
    Procedure.WRITTEN: frozenset({Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.MEETING}),
    Procedure.SILENCE: frozenset({Choice.OBJECT}),
    Procedure.MEETING: frozenset[Choice](),
}


class Refusal(StrEnum):
    NOT_A_DRAFT = "not_a_draft"
    NOT_OPEN = "not_open"
    TOO_LATE = "too_late"
    NOT_A_MEMBER = "not_a_member"
    RECUSED = "recused"
    WRONG_CHOICE = "wrong_choice"
    REASON_MISSING = "reason_missing"
    SUBJECT_EXCLUDED = "subject_excluded"
    NOT_TAKEN = "not_taken"
    NOT_IN_A_MEETING = "not_in_a_meeting"
    TOO_MANY_VOTES = "too_many_votes"
    ALREADY_DONE = "already_done"
    ENDS_TOO_EARLY = "ends_too_early"
    SITS_ALREADY = "sits_already"
    CHAIR_TAKEN = "chair_taken"
    OFFICE_OVER = "office_over"


def refusal_to_open(state: State, *, procedure: Procedure, subject: Subject, rule: CommitteeRule) -> Refusal | None:
    if state != State.DRAFT:
        return Refusal.NOT_A_DRAFT
    if procedure == Procedure.SILENCE and subject in rule.excluded:
        return Refusal.SUBJECT_EXCLUDED
    return None


def refusal_to_answer(
    choice: Choice, *, procedure: Procedure, state: State, deadline_at: datetime | None, now: datetime, reason: str
) -> Refusal | None:
    """An objection and a call for a meeting say why; nobody answers after the deadline."""
    if state != State.OPEN:
        return Refusal.NOT_OPEN
    if deadline_at is not None and now >= deadline_at:
        return Refusal.TOO_LATE
    if choice not in CHOICES[procedure]:
        return Refusal.WRONG_CHOICE
    if choice in (Choice.OBJECT, Choice.MEETING) and not reason.strip():
        return Refusal.REASON_MISSING
    return None
