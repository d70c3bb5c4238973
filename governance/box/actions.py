"""What can happen to the box. Every action is one transaction of the box's own database.

It is `durable`: it has committed when the action returns, whatever becomes of its caller's transaction. So of the two
databases the box is always first, and whoever finds the roll behind it repeats the step.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from governance.box.models import BoardPaper, Credential, Paper, Slot
from governance.box.rules import (
    Question,
    SlotState,
    code_of,
    credential_hash,
    is_answer,
    list_hash,
    paper_hash,
    spelled,
    written,
)

CREDENTIAL_BITS = 130


class BoxRefused(Exception):
    """The box did not take it; the sentence is for the voter."""


class NotOpenYet(BoxRefused):
    """425: the ballot has not opened."""


class TooLate(BoxRefused):
    """410: the ballot is over."""


class NoCredential(BoxRefused):
    """403: no such credential for this slot."""


class AlreadyCast(BoxRefused):
    """409: another paper stands for this credential."""


class NotAnAnswer(BoxRefused):
    """422: the paper does not answer this question."""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """`hash` is the paper's name on the board, `code` its first 60 bits as the voter writes them down."""

    slot: str
    hash: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Closing:
    """How the slot ended. `list_hash` is over the names of all papers; empty when withdrawn.

    `fell_short`: its close withdrew it, having found too few papers; nobody withdrew it on purpose.
    """

    state: SlotState
    papers: int
    list_hash: str = field(default="")
    fell_short: bool = False


@transaction.atomic(using="box", durable=True)
def prepare_slots(keys: Iterable[str]) -> None:
    """New slots that credentials can be drawn for."""
    Slot.objects.bulk_create([Slot(key=key, state=SlotState.DRAWABLE) for key in keys])


# Of a function with sensitive variables a crash report shows no value: no credential, no paper.
@sensitive_variables()
@transaction.atomic(using="box", durable=True)
def issue_credentials(keys: Sequence[str]) -> list[str]:
    """A fresh credential for each slot named (once more for each repetition), in that order. Only its hash is kept."""
    drawn = [spelled(secrets.randbits(CREDENTIAL_BITS)) for _key in keys]
    for key in sorted(set(keys)):
        slot = _locked(key)
        if slot.state not in (SlotState.DRAWABLE, SlotState.OPEN):
            raise TooLate(_("This ballot is over."))
        mine = [credential for credential, of in zip(drawn, keys, strict=True) if of == key]
        _rewrite_credentials(slot, new=[Credential(hash=credential_hash(one), slot=slot) for one in mine])
        slot.drawn += len(mine)
        slot.save(update_fields=["drawn"])
    return drawn


@transaction.atomic(using="box", durable=True)
def open_slot(key: str, *, question: Question, least_papers: int) -> None:
    """Again with the same question: nothing more happens, so that an opening that failed half-way can be repeated."""
    slot = _locked(key)
    if slot.state == SlotState.OPEN and slot.question == question:
        return
    if slot.state != SlotState.DRAWABLE:
        raise BoxRefused(_("This slot was used already."))
    slot.state, slot.least_papers = SlotState.OPEN, least_papers
    slot.form, slot.options, slot.most = question.form, question.options, question.most
    slot.save(update_fields=["state", "least_papers", "form", "options", "most"])


@sensitive_variables()
@transaction.atomic(using="box", durable=True)
def cast(key: str, *, credential: str, content: Sequence[Sequence[int]]) -> Receipt:
    """Takes the paper and marks the credential used. The same paper again: the same receipt, even after the close."""
    slot = _locked(key)
    name = paper_hash(key, credential=credential, content=content)
    receipt = Receipt(slot=key, hash=name, code=code_of(bytes.fromhex(name)))
    if Paper.objects.filter(hash=name).exists() or BoardPaper.objects.filter(hash=name).exists():
        return receipt
    _refuse_outside_open(slot)
    right = _unused(slot, credential)
    if not is_answer(content, question=slot.question):
        raise NotAnAnswer(_("This paper does not answer the question of this ballot. It was not counted."))
    right.is_used = True
    right.save(update_fields=["is_used"])
    _rewrite_credentials(slot)
    _rewrite_papers(slot, new=Paper(hash=name, slot=slot, content=written(content)))
    return receipt


@transaction.atomic(using="box", durable=True)
def close_slot(key: str) -> Closing:
    """Decides: what has a receipt is on the board, in the order of hashes, and the box is empty. Again: the same."""
    slot = _locked(key)
    if slot.state == SlotState.OPEN:
        _end(slot)
    names = list(BoardPaper.objects.filter(slot=slot).order_by("hash").values_list("hash", flat=True))
    return _closing(slot, names=names)


@transaction.atomic(using="box", durable=True)
def withdraw_slot(key: str) -> Closing:
    """What was cast is destroyed unread. Of a slot that its close withdrew already it only says so."""
    slot = _locked(key)
    if slot.state == SlotState.CLOSED:
        raise BoxRefused(_("This ballot is closed; its papers are on the board."))
    if slot.state != SlotState.WITHDRAWN:
        slot.state = SlotState.WITHDRAWN
        slot.save(update_fields=["state"])
        _empty(slot)
    return _closing(slot, names=[])


def _closing(slot: Slot, *, names: Sequence[str]) -> Closing:
    return Closing(
        state=SlotState(slot.state),
        papers=len(names),
        list_hash=list_hash(names) if names else "",
        fell_short=bool(slot.fell_short),
    )


def _end(slot: Slot) -> None:
    papers = list(Paper.objects.filter(slot=slot).order_by("hash"))
    too_few = len(papers) < slot.least_papers
    slot.state = SlotState.WITHDRAWN if too_few else SlotState.CLOSED
    slot.fell_short = too_few
    slot.save(update_fields=["state", "fell_short"])
    if not too_few:
        BoardPaper.objects.bulk_create(
            [BoardPaper(hash=paper.hash, slot=slot, content=paper.content) for paper in papers]
        )
    _empty(slot)


def _empty(slot: Slot) -> None:
    Paper.objects.filter(slot=slot).delete()
    Credential.objects.filter(slot=slot).delete()


def _locked(key: str) -> Slot:
    slot = Slot.objects.select_for_update().filter(key=key).first()
    if slot is None:
        raise BoxRefused(_("There is no such ballot."))
    return slot


def _unused(slot: Slot, credential: str) -> Credential:
    right = Credential.objects.filter(slot=slot, hash=credential_hash(credential)).first()
    if right is None:
        raise NoCredential(_("This paper carries no valid credential."))
    if right.is_used:
        raise AlreadyCast(
            _("Another paper was already cast with this credential. It stands; this one was not counted.")
        )
    return right


def _refuse_outside_open(slot: Slot) -> None:
    if slot.state in (SlotState.CLOSED, SlotState.WITHDRAWN):
        raise TooLate(_("The ballot closed before your paper arrived. It was not counted."))
    if slot.state != SlotState.OPEN:
        raise NotOpenYet(_("Not open yet. Keep this page."))


def _rewrite_credentials(slot: Slot, *, new: Sequence[Credential] = ()) -> None:
    """All rows anew, in the order of their hashes: PostgreSQL keeps where and in which transaction a row was written,
    and the last one written would be the last one drawn, or the one that was just used."""
    rows = sorted([*Credential.objects.filter(slot=slot), *new], key=lambda row: row.hash)
    Credential.objects.filter(slot=slot).delete()
    Credential.objects.bulk_create(rows)


def _rewrite_papers(slot: Slot, *, new: Paper) -> None:
    rows = sorted([*Paper.objects.filter(slot=slot), new], key=lambda row: row.hash)
    Paper.objects.filter(slot=slot).delete()
    Paper.objects.bulk_create(rows)
