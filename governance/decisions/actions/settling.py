"""How an open decision comes to its end: by its answers or by its deadline (`meeting` has its count)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from governance.decisions import notices
from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.telling import tell
from governance.decisions.models import Decision
from governance.decisions.queries import people_concerned
from governance.decisions.rules import (
    Choice,
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
        end(decision, outcome(procedure, counted, rule=decision.frozen_rule), now=now)
    return decision


@transaction.atomic
def settle(decision: Decision, *, now: datetime) -> Decision:
    """At the deadline. Harmless when somebody else was quicker."""
    decision = locked(decision)
    return settle_when_ready(decision, now=now) if decision.is_open else decision


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


def identity(decision: Decision) -> dict[str, Any]:
    """What names a decision in the ledger."""
    return {"decision": decision.key, "number": decision.register_number}


def end(decision: Decision, result: Outcome, *, now: datetime) -> Decision:
    """It is taken or lapses, and the committee is told; the caller holds the lock."""
    decision.state = State.TAKEN if result.is_carried else State.LAPSED
    decision.settled_at, decision.outcome = now, result.to_json()
    decision.save(update_fields=["state", "settled_at", "outcome"])
    append(f"decision_{decision.state}", body={**identity(decision), **decision.outcome}, now=now)
    committee = people_concerned(decision, on=now.date())
    tell(decision, committee, topic="outcome", renderings=notices.outcome(decision), now=now)
    return decision
