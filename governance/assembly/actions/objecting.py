"""Objections to the roll, to the minutes and to a decision, and the answers that they get."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.assembly.actions.refusals import AssemblyRefused, in_time, locked, refuse_unless_in
from governance.assembly.models import (
    Assembly,
    Challenge,
    MinutesObjection,
    Objection,
    RollCorrection,
    RollEntry,
    RollObjection,
)
from governance.assembly.queries.attendance import mandate_of, speaks_for
from governance.assembly.rules.words import State, Verdict
from governance.ledger.actions import append
from governance.statutes.rules import Parameter
from governance.voting.actions import give_mandate
from governance.voting.models import Ballot
from governance.voting.rules.words import State as BallotState
from members.accounts.models import User
from members.organisations.models import Organisation

T = TypeVar("T", bound=Objection)


@transaction.atomic
def object_to_roll(
    entry: RollEntry, *, organisation: Organisation, by: User, text: str, now: datetime
) -> RollObjection:
    """The organisation says that this line of the roll is wrong: that it should vote, or that it should not."""
    assembly = locked(entry.assembly)
    refuse_unless_in(assembly, (State.FROZEN,), _("Objections to the roll end when the assembly opens."))
    _refuse_a_stranger(assembly, organisation, by=by)
    if RollCorrection.objects.filter(entry=entry).exists():
        raise AssemblyRefused(_("This line of the roll was corrected already."))
    objection = RollObjection(
        assembly=assembly,
        organisation=organisation,
        raised_by=by,
        raised_at=now,
        text=text.strip(),
        entry=entry,
        may_vote=not entry.may_vote,
    )
    return _raised(objection, kind="roll objection", about=entry.organisation.key, now=now)


@transaction.atomic
def object_to_minutes(
    assembly: Assembly, *, organisation: Organisation, by: User, text: str, now: datetime
) -> MinutesObjection:
    assembly = locked(assembly)
    _refuse_a_stranger(assembly, organisation, by=by)
    if assembly.state != State.MINUTED or not in_time(assembly, parameter=Parameter.MINUTES_OBJECTION_DAYS, now=now):
        raise AssemblyRefused(_("The time for objecting to the minutes is over, or has not begun."))
    objection = MinutesObjection(
        assembly=assembly, organisation=organisation, raised_by=by, raised_at=now, text=text.strip()
    )
    return _raised(objection, kind="minutes objection", about=assembly.key, now=now)


@transaction.atomic
def challenge(ballot: Ballot, *, organisation: Organisation, by: User, text: str, now: datetime) -> Challenge:
    """Of a result that members may read; from the first reading until the days of the statutes after the minutes."""
    assembly = locked(Assembly.objects.get(electorate=ballot.electorate_id))
    _refuse_a_stranger(assembly, organisation, by=by)
    if ballot.state not in (BallotState.COUNTED, BallotState.SIGNED):
        raise AssemblyRefused(_("Only a result that is counted and not final yet can be challenged."))
    over = assembly.state == State.MINUTED and not in_time(assembly, parameter=Parameter.CHALLENGE_DAYS, now=now)
    if over or assembly.state == State.FINAL:
        raise AssemblyRefused(_("The time for challenging this decision is over."))
    objection = Challenge(
        assembly=assembly, organisation=organisation, raised_by=by, raised_at=now, text=text.strip(), ballot=ballot
    )
    return _raised(objection, kind="challenge", about=ballot.key, now=now)


@transaction.atomic
def answer_roll_objection(objection: RollObjection, *, verdict: Verdict, answer: str, now: datetime) -> RollObjection:
    """Upheld, a dated correction stands beside the entry, and the right to vote is given or taken."""
    assembly = locked(objection.assembly)
    refuse_unless_in(assembly, (State.FROZEN,), _("Objections to the roll end when the assembly opens."))
    objection = _answered(objection, verdict=verdict, answer=answer, now=now)
    if verdict == Verdict.UPHELD:
        _correct(assembly, objection, now=now)
    return objection


@transaction.atomic
def answer_minutes_objection(
    objection: MinutesObjection,
    *,
    verdict: Verdict,
    answer: str,
    text: TranslatedText | None = None,
    now: datetime,
) -> MinutesObjection:
    """`text` is how the minutes read when it is upheld."""
    assembly = locked(objection.assembly)
    refuse_unless_in(assembly, (State.MINUTED,), _("These minutes are adopted."))
    objection = _answered(objection, verdict=verdict, answer=answer, now=now)
    if verdict == Verdict.UPHELD and text:
        assembly.minutes.text = text
        assembly.minutes.save(update_fields=["text"])
        append("minutes corrected", body={"assembly": assembly.key, "text": text.to_json()}, now=now)
    return objection


@transaction.atomic
def answer_challenge(objection: Challenge, *, verdict: Verdict, answer: str, now: datetime) -> Challenge:
    """Upheld, the result page says that the decision does not stand; the count itself stays as it was written."""
    locked(objection.assembly)
    return _answered(objection, verdict=verdict, answer=answer, now=now)


def _refuse_a_stranger(assembly: Assembly, organisation: Organisation, *, by: User) -> None:
    if not speaks_for(by, organisation, assembly=assembly):
        raise AssemblyRefused(_("You are not in the delegation of %(name)s.") % {"name": organisation.name})


def _raised(objection: T, *, kind: str, about: str, now: datetime) -> T:
    """Written once however often the button was pressed; the caller holds the lock of the meeting."""
    if not objection.text:
        raise AssemblyRefused(_("Say what you object to and why."))
    before = _the_same(objection)
    if before is not None:
        return before
    objection.save()
    body = {"objection": objection.key, "by": objection.organisation.key, "about": about, "text": objection.text}
    append(kind, body=body, now=now)
    return objection


def _the_same(objection: T) -> T | None:
    """What this person objected in these very words to the same thing, and nobody has answered yet."""
    aimed_at = {
        name: getattr(objection, name)
        for name in ("assembly_id", "organisation_id", "raised_by_id", "entry_id", "ballot_id", "text")
        if hasattr(objection, name)
    }
    before: T | None = (
        type(objection)._default_manager.filter(verdict=Verdict.PENDING, **aimed_at).order_by("pk").first()
    )
    return before


def _answered(objection: T, *, verdict: Verdict, answer: str, now: datetime) -> T:
    objection.refresh_from_db()
    if not objection.is_pending:
        raise AssemblyRefused(_("This was answered already."))
    if verdict == Verdict.PENDING or not answer.strip():
        raise AssemblyRefused(_("Choose a verdict and say why. Everybody reads the answer."))
    objection.verdict, objection.answer, objection.answered_at = verdict, answer.strip(), now
    objection.save(update_fields=["verdict", "answer", "answered_at"])
    body = {"objection": objection.key, "verdict": str(verdict), "answer": objection.answer}
    append("answer", body=body, now=now)
    return objection


def _correct(assembly: Assembly, objection: RollObjection, *, now: datetime) -> None:
    entry = objection.entry
    if RollCorrection.objects.filter(entry=entry).exists():
        raise AssemblyRefused(_("This line of the roll was corrected already."))
    RollCorrection.objects.create(entry=entry, objection=objection, may_vote=objection.may_vote, corrected_at=now)
    body = {"assembly": assembly.key, "organisation": entry.organisation.key, "vote": int(objection.may_vote)}
    append("roll correction", body=body, now=now)
    if objection.may_vote:
        assert assembly.electorate is not None
        give_mandate(assembly.electorate, to=entry.organisation, units=entry.units)
    else:
        _take_the_mandate(assembly, entry.organisation)


def _take_the_mandate(assembly: Assembly, organisation: Organisation) -> None:
    """Before the opening nothing hangs on it but a proxy."""
    given_or_held = Q(giver=organisation) | Q(holder=organisation)
    if assembly.proxies.standing().filter(given_or_held).exists():
        raise AssemblyRefused(_("This organisation gave or holds a proxy. It has to be taken back first."))
    mandate = mandate_of(assembly, organisation)
    assert mandate is not None
    mandate.delete()
