"""From a draft to an open question, or away."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from cms.languages import TranslatedText
from governance.decisions import notices
from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.actions.settling import identity, locked
from governance.decisions.actions.statutes import rule_in_force
from governance.decisions.actions.telling import tell
from governance.decisions.models import Body, Decision, FollowUp
from governance.decisions.permissions import may_run
from governance.decisions.queries import people_asked, people_concerned
from governance.decisions.rules import Procedure, Refusal, State, Subject, deadline, refusal_to_open
from governance.ledger.actions import append
from members.accounts.models import User


@transaction.atomic
def propose(
    body: Body,
    *,
    by: User,
    title: TranslatedText,
    text: TranslatedText,
    procedure: Procedure,
    owner: User,
    due_on: date | None = None,
    subject: Subject = Subject.OTHER,
    now: datetime,
) -> Decision:
    """A draft, with the person who will carry it out. Only who sits in the body, or the secretariat, proposes."""
    _must_run(body, by=by, on=now.date())
    words = {"title": title, "text": text, "procedure": procedure, "subject": subject}
    decision = Decision.objects.create(body=body, proposed_by=by, proposed_at=now, **words)
    FollowUp.objects.create(decision=decision, owner=owner, due_on=due_on)
    return decision


@transaction.atomic
def open_decision(decision: Decision, *, by: User, now: datetime) -> Decision:
    """Gives it the next number of the year, freezes the statutes, and asks the members to answer."""
    decision = locked(decision)
    _must_run(decision.body, by=by, on=now.date())
    procedure, subject = Procedure(decision.procedure), Subject(decision.subject)
    rule = rule_in_force(procedure, on=now.date())
    refusal = refusal_to_open(State(decision.state), procedure=procedure, subject=subject, rule=rule)
    if refusal:
        raise DecisionRefused(refusal)
    decision.year = now.astimezone(decision.zone).year
    decision.number = _next_number(decision.body, year=decision.year)
    decision.state, decision.opened_at, decision.rule = State.OPEN, now, rule.to_json()
    decision.deadline_at = deadline(procedure, opened_at=now, rule=rule, zone=decision.zone)
    decision.save(update_fields=["year", "number", "state", "opened_at", "rule", "deadline_at"])
    append("decision_opened", body={**identity(decision), "procedure": decision.procedure}, now=now)
    asked = people_asked(decision, on=now.date())
    tell(decision, asked, topic="question", renderings=notices.question(decision), now=now)
    return decision


@transaction.atomic
def withdraw(decision: Decision, *, by: User, now: datetime) -> Decision:
    """The body or the secretariat takes it back before it is settled; the number is not given again."""
    decision = locked(decision)
    _must_run(decision.body, by=by, on=now.date())
    if decision.state not in (State.DRAFT, State.OPEN):
        raise DecisionRefused(Refusal.ALREADY_DONE)
    asked = people_concerned(decision, on=now.date()) if decision.is_open else []
    decision.state, decision.settled_at = State.WITHDRAWN, now
    decision.save(update_fields=["state", "settled_at"])
    append("decision_withdrawn", body=identity(decision), now=now)
    tell(decision, asked, topic="withdrawal", renderings=notices.outcome(decision), now=now)
    return decision


def _must_run(body: Body, *, by: User, on: date) -> None:
    if not may_run(by, body, on=on):
        raise DecisionRefused(Refusal.NOT_A_MEMBER)


def _next_number(body: Body, *, year: int) -> int:
    """One more than the highest of the year. The body is locked, so that two openings cannot take the same."""
    Body.objects.select_for_update().get(pk=body.pk)
    highest: int | None = Decision.objects.filter(body=body, year=year).aggregate(n=Max("number"))["n"]
    return (highest or 0) + 1
