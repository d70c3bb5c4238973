"""Motions and elections: put to the vote, answered, closed, counted, signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from governance.assembly.actions.drafting import draft
from governance.assembly.actions.refusals import AssemblyRefused, locked
from governance.assembly.actions.tellers import stands
from governance.assembly.models import Assembly, Election, Motion
from governance.assembly.queries.attendance import attendance_of
from governance.box.actions import BoxRefused, Receipt
from governance.box.actions import cast as cast_into_the_box
from governance.voting import actions as voting
from governance.voting.actions import BallotRefused, Drawn
from governance.voting.actions.ballots import locked as locked_ballot
from governance.voting.models import Ballot, Mandate, RecordedVote, Result
from governance.voting.queries.ballots import last_of, mandates_held, own_votes, undrawn_mandates
from governance.voting.rules.words import State
from members.accounts.models import User


class VotedMeanwhile(AssemblyRefused):
    """A vote was recorded after the person looked: what they send was chosen without knowing of it."""

    def __init__(self) -> None:
        super().__init__(_("Your votes were recorded already. Nothing was sent a second time."))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one mandate says: groups of option numbers by preference."""

    mandate: Mandate
    choice: list[list[int]]


@transaction.atomic
def put_to_the_vote(subject: Motion | Election, *, now: datetime) -> Ballot:
    """Drafts the ballot where there is none yet, and opens it with the attendance of this moment."""
    assembly = locked(subject.assembly)
    if not assembly.is_open:
        raise AssemblyRefused(_("Votes are taken while the assembly is open."))
    try:
        attendance = attendance_of(assembly)
        return voting.open_ballot(
            draft(subject), present=attendance.taking_part, represented=attendance.represented, now=now
        )
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


@transaction.atomic
def cast(
    ballot: Ballot, *, answers: Sequence[Answer], by: User, seen: int | None = None, now: datetime
) -> list[RecordedVote]:
    """All or none, each for a mandate that this person holds now.

    `seen`: the last vote that the person knew of, by its number in the ledger (0: none). A later one refuses these, so
    that a form that is sent twice records once.
    """
    ballot = locked_ballot(ballot)
    if seen is not None and seen != last_of(own_votes(by, ballot=ballot)):
        raise VotedMeanwhile
    held = {mandate.pk for mandate in mandates_held(by, electorate=ballot.electorate)}
    if not answers or any(answer.mandate.pk not in held for answer in answers):
        raise AssemblyRefused(_("You do not hold the votes that you tried to cast. Open the ballot again."))
    try:
        return [voting.record(ballot, mandate=one.mandate, choice=one.choice, by=by, now=now) for one in answers]
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


@transaction.atomic
def draw_papers(assembly: Assembly, *, by: User, now: datetime) -> list[Drawn]:
    """One ballot paper for each election and each mandate that this person holds and that drew none yet.

    Under the meeting's lock, so that no vote changes hands while its papers are drawn.
    """
    assembly = locked(assembly)
    if assembly.series is None or not assembly.is_open:
        raise AssemblyRefused(_("There are no ballot papers to draw in this assembly now."))
    mandates = list(undrawn_mandates(by, series=assembly.series))
    if not mandates:
        raise AssemblyRefused(
            _("You have drawn your ballot papers already, or hold no vote. Register for your organisation first.")
        )
    try:
        return voting.draw(assembly.series, mandates=mandates, by=by, now=now)
    except (BallotRefused, BoxRefused) as refused:
        raise AssemblyRefused(str(refused)) from refused


# Of a function with sensitive variables a crash report shows no value: no credential, no paper.
@sensitive_variables()
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
        closed = voting.close_ballot(ballot, now=now)
        return None if closed.state == State.WITHDRAWN else voting.count(closed, now=now)
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused


def withdraw(ballot: Ballot, *, reason: str, now: datetime) -> Ballot:
    """Nothing that was voted in it counts, and `reason` stands in the ledger."""
    if not reason.strip():
        raise AssemblyRefused(_("Say why this ballot is withdrawn. The reason stands in the ledger."))
    try:
        return voting.withdraw(ballot, reason=reason.strip(), now=now)
    except (BallotRefused, BoxRefused) as refused:
        raise AssemblyRefused(str(refused)) from refused


def sign(ballot: Ballot, *, by: User, now: datetime) -> Ballot:
    """A teller has compared the count with the papers; nobody who stood in an election of this meeting."""
    if stands(by, assembly=Assembly.objects.get(electorate=ballot.electorate_id)):
        raise AssemblyRefused(_("You stand in an election of this assembly. Another teller has to sign its counts."))
    try:
        return voting.sign_result(ballot, by=by, now=now)
    except BallotRefused as refused:
        raise AssemblyRefused(str(refused)) from refused
