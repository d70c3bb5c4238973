"""What a meeting decided, by its show of hands."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from governance.decisions.actions.answering import recuse
from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.settling import end, locked, tally_now
from governance.decisions.models import Decision, Presence
from governance.decisions.rules import Count, Procedure, Refusal, Tally, outcome
from members.accounts.models import User


@transaction.atomic
def take_in_meeting(
    decision: Decision,
    count: Count,
    *,
    present: Collection[User] | None = None,
    left: Mapping[User, str] | None = None,
    now: datetime,
) -> Decision:
    """Records the votes, who was there, and who left because of what: they are recused.

    With `present` None nobody wrote down who was there, and the votes say how many.
    """
    decision = locked(decision)
    if decision.procedure != Procedure.MEETING:
        raise DecisionRefused(Refusal.NOT_IN_A_MEETING)
    if not decision.is_open:
        raise DecisionRefused(Refusal.NOT_OPEN)
    for member, words in (left or {}).items():
        recuse(decision, member=member, words=words, now=now)
    there = _there(decision, present=present or (), now=now)
    if present is not None:
        count = replace(count, present=len(there))
    counted = _counted(tally_now(decision, on=now.date()), count)
    Presence.objects.bulk_create(Presence(decision=decision, member=member) for member in there)
    return end(decision, outcome(Procedure.MEETING, counted, rule=decision.frozen_rule), now=now)


def _there(decision: Decision, *, present: Collection[User], now: datetime) -> list[User]:
    seats = set(decision.body.offices.on(now.date()).values_list("user", flat=True))
    if any(member.pk not in seats for member in present):
        raise DecisionRefused(Refusal.NOT_A_MEMBER)
    recused = set(decision.recusals.values_list("member", flat=True))
    return [member for member in present if member.pk not in recused]


def _counted(sitting: Tally, count: Count) -> Tally:
    try:
        return replace(
            sitting,
            votes_for=count.votes_for,
            votes_against=count.votes_against,
            abstentions=count.abstentions,
            present=count.present,
            chair=count.chair.value if count.chair else "",
        )
    except ValueError:
        raise DecisionRefused(Refusal.TOO_MANY_VOTES) from None
