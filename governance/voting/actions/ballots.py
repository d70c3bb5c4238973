"""The life of a ballot, from its draft to its close."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.box import actions as box
from governance.box.rules import Form, Question, SlotState
from governance.ledger.actions import append
from governance.ledger.models import Entry
from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Ballot
from governance.voting.rules.words import FOLLOWING, Kind, State

FORMS = {Kind.MOTION: Form.ONE, Kind.APPROVAL: Form.APPROVAL, Kind.STV: Form.RANKING}
TOO_FEW = "too few papers"
"""What the ledger says of a secret ballot that its close withdrew."""


def locked(ballot: Ballot) -> Ballot:
    """The ballot as it is now, held until the transaction ends."""
    return Ballot.objects.select_for_update().get(pk=ballot.pk)


def move(ballot: Ballot, *, to: State) -> None:
    """To a state that may follow; BallotRefused otherwise. The caller saves."""
    _refuse_unless_followed_by(ballot, to)
    ballot.state = to


def _refuse_unless_followed_by(ballot: Ballot, state: State) -> None:
    if state not in FOLLOWING[State(ballot.state)]:
        raise BallotRefused(
            _("This ballot is in the state “%(state)s”, so that cannot be done now.")
            % {"state": ballot.get_state_display()}
        )


def question_of(ballot: Ballot) -> Question:
    """What a choice must answer."""
    return Question(form=FORMS[Kind(ballot.kind)], options=ballot.options.count(), most=int(ballot.rule.get("most", 1)))


@transaction.atomic
def open_ballot(ballot: Ballot, *, present: int | None = None, represented: int = 0, now: datetime) -> Ballot:
    """`present`: the units that take part now, when somebody keeps count; `represented` of these by proxy."""
    ballot = locked(ballot)
    move(ballot, to=State.OPEN)
    question = question_of(ballot)
    if question.options == 0:
        raise BallotRefused(_("This ballot has no options yet."))
    ballot.opened_at, ballot.present, ballot.represented = now, present, represented
    ballot.save(update_fields=["state", "opened_at", "present", "represented"])
    draws = _open_the_box(ballot, question) if ballot.is_secret else 0
    append("opened", body={**_said(ballot), "draws": draws}, now=now)
    return ballot


@transaction.atomic
def close_ballot(ballot: Ballot, *, now: datetime) -> Ballot:
    """No vote after this. A secret ballot with too few papers is withdrawn, and nobody ever reads them."""
    ballot = locked(ballot)
    if ballot.slot is not None:
        return _close_secret(ballot, now=now)
    move(ballot, to=State.CLOSED)
    ballot.closed_at = now
    ballot.save(update_fields=["state", "closed_at"])
    append("closed", body={"ballot": ballot.key, "votes": ballot.votes.current().count()}, now=now)
    return ballot


@transaction.atomic
def withdraw(ballot: Ballot, *, reason: str, now: datetime) -> Ballot:
    """Before its votes are opened; they are not counted.

    Should the roll fail after the box withdrew, doing it again goes on from there; and should the box have ended the
    slot before, for want of papers, the ledger says that and not `reason`.
    """
    ballot = locked(ballot)
    if ballot.slot is not None and ballot.state == State.CLOSED:
        raise BallotRefused(_("The papers of this ballot are on the board already. It cannot be withdrawn."))
    _refuse_unless_followed_by(ballot, State.WITHDRAWN)
    fell_short = ballot.slot is not None and box.withdraw_slot(ballot.slot.key).fell_short
    _end_withdrawn(ballot, reason=TOO_FEW if fell_short else reason, now=now)
    return ballot


def _end_withdrawn(ballot: Ballot, *, reason: str, now: datetime) -> Entry:
    move(ballot, to=State.WITHDRAWN)
    ballot.closed_at = now
    ballot.save(update_fields=["state", "closed_at"])
    return append("withdrawn", body={"ballot": ballot.key, "reason": reason}, now=now)


def _open_the_box(ballot: Ballot, question: Question) -> int:
    if ballot.slot is None:
        raise BallotRefused(_("A secret ballot needs a slot that credentials were drawn for."))
    least = int(ballot.rule["least_papers"])
    draws = ballot.slot.draws.count()
    if draws < least:
        raise BallotRefused(
            _("Only %(draws)s ballot papers were drawn. A secret ballot opens with %(least)s or more.")
            % {"draws": draws, "least": least}
        )
    box.open_slot(ballot.slot.key, question=question, least_papers=least)
    return draws


def _close_secret(ballot: Ballot, *, now: datetime) -> Ballot:
    """Closing the box decides. Should what follows fail, closing again finds the box closed and goes on from there."""
    assert ballot.slot is not None
    _refuse_unless_followed_by(ballot, State.CLOSED)
    closing = box.close_slot(ballot.slot.key)
    if closing.fell_short:
        _end_withdrawn(ballot, reason=TOO_FEW, now=now)
        return ballot
    if closing.state == SlotState.WITHDRAWN:
        raise BallotRefused(_("The papers of this ballot are destroyed already. Withdraw it, and say why."))
    move(ballot, to=State.CLOSED)
    ballot.closed_at = now
    ballot.save(update_fields=["state", "closed_at"])
    body = {"ballot": ballot.key, "slot": ballot.slot.key, "papers": closing.papers, "list": closing.list_hash}
    append("closed", body=body, now=now)
    return ballot


def _said(ballot: Ballot) -> dict[str, object]:
    """What was put to the vote, word for word."""
    return {
        "ballot": ballot.key,
        "kind": ballot.kind,
        "secrecy": ballot.secrecy,
        "question": ballot.question.to_json(),
        "options": [option.label.to_json() for option in ballot.options.order_by("number")],
        "rule": ballot.rule,
        "seats": ballot.seats,
        "entitled": ballot.electorate.mandates.all().units(),
    }
