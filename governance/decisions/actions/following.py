"""Who carries a decision out: handed on by a new row, never by changing the old one."""

from datetime import date, datetime

from django.db import transaction

from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.settling import identity, locked
from governance.decisions.models import Decision, FollowUp
from governance.decisions.rules import FollowUpState, Refusal
from governance.ledger.actions import append
from members.accounts.models import User


@transaction.atomic
def assign_follow_up(decision: Decision, *, owner: User, due_on: date | None, now: datetime) -> FollowUp:
    """One more person who carries out what was taken."""
    decision = locked(decision)
    if not decision.is_taken:
        raise DecisionRefused(Refusal.NOT_TAKEN)
    append("decision_assigned", body={**identity(decision), "owner": owner.pk}, now=now)
    return FollowUp.objects.create(decision=decision, owner=owner, due_on=due_on)


@transaction.atomic
def finish_follow_up(follow_up: FollowUp, *, on: date, now: datetime) -> FollowUp:
    """Its owner carried the decision out."""
    follow_up = _in_hand(follow_up)
    follow_up.state, follow_up.done_on = FollowUpState.DONE, on
    follow_up.save(update_fields=["state", "done_on"])
    append("decision_carried_out", body={**identity(follow_up.decision), "on": on.isoformat()}, now=now)
    return follow_up


@transaction.atomic
def drop_follow_up(follow_up: FollowUp, *, now: datetime) -> FollowUp:
    """It is not carried out, or somebody else does."""
    follow_up = _in_hand(follow_up)
    follow_up.state = FollowUpState.DROPPED
    follow_up.save(update_fields=["state"])
    append("decision_dropped", body={**identity(follow_up.decision), "owner": follow_up.owner_id}, now=now)
    return follow_up


def _in_hand(follow_up: FollowUp) -> FollowUp:
    found = FollowUp.objects.select_for_update(of=("self",)).select_related("decision").get(pk=follow_up.pk)
    if not found.decision.is_taken:
        raise DecisionRefused(Refusal.NOT_TAKEN)
    if found.state != FollowUpState.IN_HAND:
        raise DecisionRefused(Refusal.ALREADY_DONE)
    return found
