"""How an open decision comes to its end: by its answers, by its deadline, or by a count in a meeting."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.models import Decision, FollowUp, Office
from governance.decisions.rules import (
    Choice,
    Count,
    FollowUpState,
    OfficeRole,
    Outcome,
    Procedure,
    Refusal,
    State,
    Tally,
    outcome,
    settles,
    tally,
)
from governance.decisions.signals import decision_settled
from governance.ledger.actions import append


def locked(decision: Decision) -> Decision:
    """The decision as it is now, held until the transaction ends: two people may act at once."""
    return Decision.objects.select_for_update(of=("self",)).select_related("body").get(pk=decision.pk)


def tally_now(decision: Decision, *, on: date) -> Tally:
    """What was answered so far, by those who sit in the body on that day."""
    offices = list(decision.body.offices.on(on).values_list("user", "role"))
    recused = set(decision.recusals.values_list("member", flat=True))
    answers = decision.answers.current().values_list("member", "choice")
    chair = next((user for user, role in offices if role == OfficeRole.CHAIR), None)
    return tally(
        {member: Choice(choice) for member, choice in answers},
        members={user for user, _role in offices},
        recused=recused,
        chair=chair,
    )


def settle_when_ready(decision: Decision, *, now: datetime) -> Decision:
    """Takes the decision or lets it lapse when nothing is left to wait for; the caller holds the lock."""
    procedure, counted = Procedure(decision.procedure), tally_now(decision, on=now.date())
    if settles(procedure, counted, rule=decision.frozen_rule, deadline_at=decision.deadline_at, now=now):
        _end(decision, outcome(procedure, counted, rule=decision.frozen_rule), now=now)
    return decision


@transaction.atomic
def settle(decision: Decision, *, now: datetime) -> Decision:
    """At the deadline. Harmless when somebody else was quicker."""
    decision = locked(decision)
    return settle_when_ready(decision, now=now) if decision.is_open else decision


@transaction.atomic
def take_in_meeting(decision: Decision, count: Count, *, now: datetime) -> Decision:
    """Records what a meeting decided, by its show of hands."""
    decision = locked(decision)
    if decision.procedure != Procedure.MEETING:
        raise DecisionRefused(Refusal.NOT_IN_A_MEETING)
    if not decision.is_open:
        raise DecisionRefused(Refusal.NOT_OPEN)
    counted = _counted(tally_now(decision, on=now.date()), count)
    return _end(decision, outcome(Procedure.MEETING, counted, rule=decision.frozen_rule), now=now)


@transaction.atomic
def ratify(decision: Decision, *, on: date, now: datetime) -> Decision:
    """The assembly ratified what the committee had taken."""
    decision = locked(decision)
    if decision.state != State.TAKEN:
        raise DecisionRefused(Refusal.NOT_TAKEN)
    decision.state, decision.ratified_on = State.RATIFIED, on
    decision.save(update_fields=["state", "ratified_on"])
    append("decision_ratified", body={**identity(decision), "on": on.isoformat()}, now=now)
    return decision


@transaction.atomic
def finish_follow_up(follow_up: FollowUp, *, on: date, now: datetime) -> FollowUp:
    """Its owner carried the decision out."""
    follow_up = FollowUp.objects.select_for_update(of=("self",)).select_related("decision").get(pk=follow_up.pk)
    if not follow_up.decision.is_taken:
        raise DecisionRefused(Refusal.NOT_TAKEN)
    if follow_up.state != FollowUpState.IN_HAND:
        raise DecisionRefused(Refusal.ALREADY_DONE)
    follow_up.state, follow_up.done_on = FollowUpState.DONE, on
    follow_up.save(update_fields=["state", "done_on"])
    append("decision_carried_out", body={**identity(follow_up.decision), "on": on.isoformat()}, now=now)
    return follow_up


def identity(decision: Decision) -> dict[str, Any]:
    """What names a decision in the ledger."""
    return {"decision": decision.key, "number": decision.register_number}


def _counted(sitting: Tally, count: Count) -> Tally:
    try:
        return replace(
            sitting,
            votes_for=count.votes_for,
            votes_against=count.votes_against,
            abstentions=count.abstentions,
            chair=count.chair.value if count.chair else "",
        )
    except ValueError:
        raise DecisionRefused(Refusal.TOO_MANY_VOTES) from None


def _end(decision: Decision, result: Outcome, *, now: datetime) -> Decision:
    decision.state = State.TAKEN if result.is_carried else State.LAPSED
    decision.settled_at, decision.outcome = now, result.to_json()
    decision.save(update_fields=["state", "settled_at", "outcome"])
    append(f"decision_{decision.state}", body={**identity(decision), **decision.outcome}, now=now)
    transaction.on_commit(lambda: decision_settled.send(Decision, decision=decision))
    return decision


def sits_in(decision: Decision, *, member_id: int, on: date) -> bool:
    return Office.objects.on(on).filter(body=decision.body_id, user=member_id).exists()
