"""Motions and elections: put to the vote, answered, closed, counted, signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.assembly.actions.refusals import AssemblyRefused
from governance.assembly.models import Assembly, Candidacy, Election, Motion
from governance.assembly.queries.attendance import attendance_of
from governance.box.actions import BoxRefused, Receipt
from governance.box.actions import cast as cast_into_the_box
from governance.statutes.rules import MotionKind
from governance.voting.actions import (
    BallotRefused,
    Drawn,
    Wording,
    close_ballot,
    count,
    draft_election,
    draft_motion,
    draw,
    open_ballot,
    record,
    sign_result,
)
from governance.voting.models import Ballot, Mandate, RecordedVote, Result
from governance.voting.queries.ballots import free_slot, mandates_held, undrawn_mandates
from governance.voting.rules.words import Kind, State
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one mandate says: groups of option numbers by preference."""

    mandate: Mandate
    choice: list[list[int]]


@transaction.atomic
def put_to_the_vote(subject: Motion | Election, *, now: datetime) -> Ballot:
    """Drafts the ballot where there is none yet, and opens it with the attendance of this moment."""
    assembly = subject.assembly
    if not assembly.is_open:
        raise AssemblyRefused(_("Votes are taken while the assembly is open."))
    ballot = subject.ballot or draft(subject)
    try:
        return open_ballot(ballot, present=attendance_of(assembly).taking_part, now=now)
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


@transaction.atomic
def draft(subject: Motion | Election) -> Ballot:
    """The ballot, not open yet: instructions may be given and, for an election, papers drawn."""
    assembly = subject.assembly
    if assembly.electorate is None:
        raise AssemblyRefused(_("The roll is not frozen yet."))
    if isinstance(subject, Motion):
        subject.ballot = _motion_ballot(subject, assembly)
    else:
        subject.ballot = _election_ballot(subject, assembly)
    subject.save(update_fields=["ballot"])
    return subject.ballot


@transaction.atomic
def cast(ballot: Ballot, *, answers: Sequence[Answer], by: User, now: datetime) -> list[RecordedVote]:
    """All or none, each for a mandate that this person holds now."""
    held = {mandate.pk for mandate in mandates_held(by, electorate=ballot.electorate)}
    if not answers or any(answer.mandate.pk not in held for answer in answers):
        raise AssemblyRefused(_("You do not hold the votes that you tried to cast. Open the ballot again."))
    try:
        return [record(ballot, mandate=answer.mandate, choice=answer.choice, by=by, now=now) for answer in answers]
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


def draw_papers(assembly: Assembly, *, by: User, now: datetime) -> list[Drawn]:
    """One ballot paper for each election and each mandate that this person holds and that drew none yet."""
    if assembly.series is None or not assembly.is_open:
        raise AssemblyRefused(_("There are no ballot papers to draw in this assembly now."))
    mandates = list(undrawn_mandates(by, series=assembly.series))
    if not mandates:
        raise AssemblyRefused(
            _("You have drawn your ballot papers already, or hold no vote. Register for your organisation first.")
        )
    try:
        return draw(assembly.series, mandates=mandates, by=by, now=now)
    except (BallotRefused, BoxRefused) as refused:
        raise AssemblyRefused(str(refused)) from refused


def hand_in(ballot: Ballot, *, credential: str, choice: list[list[int]]) -> Receipt:
    """Into the box. Nobody's name is asked for here, and no moment is kept."""
    if ballot.slot is None:
        raise AssemblyRefused(_("This ballot is not secret. Vote on it as recorded."))
    try:
        return cast_into_the_box(ballot.slot.key, credential=credential, content=choice)
    except BoxRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


@transaction.atomic
def close_and_count(ballot: Ballot, *, now: datetime) -> Result | None:
    """None when a secret ballot had too few papers and was withdrawn unopened."""
    try:
        closed = close_ballot(ballot, now=now)
        return None if closed.state == State.WITHDRAWN else count(closed, now=now)
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


def sign(ballot: Ballot, *, by: User, now: datetime) -> Ballot:
    """A teller has compared the count with the papers."""
    try:
        return sign_result(ballot, by=by, now=now)
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


def _motion_ballot(motion: Motion, assembly: Assembly) -> Ballot:
    assert assembly.electorate is not None
    wording = Wording(question=motion.title, text=motion.text)
    return draft_motion(assembly.electorate, wording=wording, motion=MotionKind(motion.kind), book=assembly.book)


def _election_ballot(election: Election, assembly: Assembly) -> Ballot:
    assert assembly.electorate is not None
    slot = free_slot(assembly.series) if assembly.series else None
    if slot is None:
        raise AssemblyRefused(_("No ballot papers were prepared for this election."))
    candidacies = list(
        election.candidacies.exclude(consented_at=None).select_related("person").order_by("person__name")
    )
    ballot = draft_election(
        assembly.electorate,
        wording=Wording(question=election.title),
        kind=Kind(election.method),
        seats=election.seats.count(),
        candidates=[_name(candidacy) for candidacy in candidacies],
        book=assembly.book,
        slot=slot,
    )
    for number, candidacy in enumerate(candidacies, start=1):
        candidacy.option = number
    Candidacy.objects.bulk_update(candidacies, ["option"])
    return ballot


def _name(candidacy: Candidacy) -> TranslatedText:
    names: Mapping[str, str] = {"en": candidacy.person.name}
    return TranslatedText(texts=names)
