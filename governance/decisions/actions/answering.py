"""What a member of the body does with an open decision."""

from datetime import datetime

from django.db import transaction

from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.settling import identity, locked, settle_when_ready
from governance.decisions.models import Answer, Decision, Interest, Reading, Recusal
from governance.decisions.permissions import may_see, sits_in
from governance.decisions.rules import Choice, Procedure, Refusal, State, refusal_to_answer
from governance.ledger.actions import append
from members.accounts.models import User


@transaction.atomic
def answer(decision: Decision, *, member: User, choice: Choice, reason: str = "", now: datetime) -> Answer:
    """The member's next version; it may be changed until the end. The last answer awaited settles the decision."""
    decision = locked(decision)
    refusal = _refusal(decision, member=member, now=now) or refusal_to_answer(
        choice,
        procedure=Procedure(decision.procedure),
        state=State(decision.state),
        deadline_at=decision.deadline_at,
        now=now,
        reason=reason,
    )
    if refusal:
        raise DecisionRefused(refusal)
    given = _next_version(decision, member=member, choice=choice, reason=reason, now=now)
    body = {**identity(decision), "member": member.pk, "choice": choice.value, "version": given.version}
    append("decision_answered", body=body, now=now)
    settle_when_ready(decision, now=now)
    return given


@transaction.atomic
def declare_interest(decision: Decision, *, member: User, words: str, now: datetime) -> Interest:
    """Says what ties a member to the matter; taking part or not is a step of its own."""
    decision = locked(decision)
    refusal = _refusal(decision, member=member, now=now)
    if refusal or not words.strip():
        raise DecisionRefused(refusal or Refusal.REASON_MISSING)
    append("decision_interest", body={**identity(decision), "member": member.pk}, now=now)
    return Interest.objects.create(decision=decision, member=member, words=words.strip(), declared_at=now)


@transaction.atomic
def recuse(decision: Decision, *, member: User, words: str, now: datetime) -> Recusal:
    """Declares the interest and leaves: out of the base, and what was answered before no longer counts."""
    interest = declare_interest(decision, member=member, words=words, now=now)
    decision = locked(decision)
    recusal = Recusal.objects.create(decision=decision, member=member, interest=interest, recused_at=now)
    decision.answers.current().filter(member=member).update(is_current=False)
    append("decision_recused", body={**identity(decision), "member": member.pk}, now=now)
    settle_when_ready(decision, now=now)
    return recusal


@transaction.atomic
def confirm_reading(decision: Decision, *, reader: User, now: datetime) -> Reading:
    """Somebody whom silence was announced to says that they have read it; once is enough."""
    decision = locked(decision)
    if not may_see(reader, decision, on=now.date()):
        raise DecisionRefused(Refusal.NOT_A_MEMBER)
    if decision.procedure != Procedure.SILENCE or not decision.is_open:
        raise DecisionRefused(Refusal.NOT_OPEN)
    reading, _created = Reading.objects.get_or_create(decision=decision, reader=reader, defaults={"read_at": now})
    return reading


def _refusal(decision: Decision, *, member: User, now: datetime) -> Refusal | None:
    if not sits_in(decision.body, user=member, on=now.date()):
        return Refusal.NOT_A_MEMBER
    if decision.recusals.filter(member=member).exists():
        return Refusal.RECUSED
    if not decision.is_open:
        return Refusal.NOT_OPEN
    past = decision.deadline_at is not None and now >= decision.deadline_at
    return Refusal.TOO_LATE if past else None


def _next_version(decision: Decision, *, member: User, choice: Choice, reason: str, now: datetime) -> Answer:
    before = decision.answers.filter(member=member)
    version = before.count() + 1
    before.filter(is_current=True).update(is_current=False)
    return Answer.objects.create(
        decision=decision, member=member, choice=choice, reason=reason.strip(), version=version, answered_at=now
    )
