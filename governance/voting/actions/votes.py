"""Recorded votes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from governance.box.rules import is_answer
from governance.ledger.actions import append
from governance.voting.actions.ballots import locked, question_of
from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Ballot, Instruction, Mandate, RecordedVote

if TYPE_CHECKING:
    from members.accounts.models import User

Choice = list[list[int]]


@transaction.atomic
def record(ballot: Ballot, *, mandate: Mandate, choice: Choice, by: User, now: datetime) -> RecordedVote:
    """The mandate's vote, or its next version; `.entry` is the receipt (number and fingerprint).

    `choice` is groups by preference: [[2]] one option, [[1, 3]] approvals, [[3], [1]] a ranking, [] a blank.
    """
    ballot = locked(ballot)
    _refuse_unless_recordable(ballot)
    mandate = _held(mandate, ballot=ballot, by=by)
    choice = [sorted(group) for group in choice]
    _refuse_unless_an_answer(ballot, choice)
    _refuse_against_instructions(ballot, mandate=mandate, choice=choice)
    earlier = RecordedVote.objects.filter(ballot=ballot, mandate=mandate)
    version = earlier.count() + 1
    body = {"ballot": ballot.key, "mandate": mandate.key, "choice": choice, "version": version}
    entry = append("vote", body=body, now=now)
    earlier.current().update(is_current=False)
    return RecordedVote.objects.create(
        ballot=ballot, mandate=mandate, choice=choice, version=version, cast_by=by, cast_at=now, entry=entry
    )


@transaction.atomic
def instruct(ballot: Ballot, *, mandate: Mandate, choice: Choice) -> Instruction:
    """What a proxy's giver wants voted on this ballot; only before it opens."""
    ballot = locked(ballot)
    if ballot.opened_at is not None:
        raise BallotRefused(_("This ballot has opened; instructions came too late."))
    if mandate.electorate_id != ballot.electorate_id:
        raise BallotRefused(_("This mandate does not vote in this ballot."))
    _refuse_unless_an_answer(ballot, choice)
    instruction, _new = Instruction.objects.update_or_create(
        ballot=ballot, mandate=mandate, defaults={"choice": [sorted(group) for group in choice]}
    )
    return instruction


def _refuse_unless_recordable(ballot: Ballot) -> None:
    if ballot.is_secret:
        raise BallotRefused(_("This ballot is secret. Its papers go into the ballot box."))
    if ballot.is_open:
        return
    if ballot.closed_at is not None:
        raise BallotRefused(_("The ballot closed before your vote arrived. It was not counted."))
    raise BallotRefused(_("This ballot has not opened yet."))


def _held(mandate: Mandate, *, ballot: Ballot, by: User) -> Mandate:
    """As it is now, so that a proxy handed over a moment ago counts for its new holder."""
    fresh = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate.pk)
    if fresh.electorate_id != ballot.electorate_id:
        raise BallotRefused(_("This mandate does not vote in this ballot."))
    if fresh.held_by_id != by.pk:
        raise BallotRefused(_("You do not hold the vote of %(mandate)s.") % {"mandate": fresh})
    return fresh


def _refuse_unless_an_answer(ballot: Ballot, choice: Choice) -> None:
    if not is_answer(choice, question=question_of(ballot)):
        raise BallotRefused(_("Choose among the options of this ballot."))


def _refuse_against_instructions(ballot: Ballot, *, mandate: Mandate, choice: Choice) -> None:
    told = Instruction.objects.filter(ballot=ballot, mandate=mandate).first()
    if told is not None and mandate.is_by_proxy and told.choice != choice:
        raise BallotRefused(
            _("%(mandate)s gave you instructions for this ballot. Your vote for it must follow them.")
            % {"mandate": mandate}
        )
