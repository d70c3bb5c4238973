"""Counting, signing, and making final."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from governance.box.queries import contents_on
from governance.ledger.actions import append
from governance.ledger.models import Entry
from governance.ledger.rules import b64, canonical, tagged_hash
from governance.voting.actions.ballots import locked, move
from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Ballot, Result
from governance.voting.permissions import may_sign
from governance.voting.rules.approval import elect_by_approval
from governance.voting.rules.frozen import quorum_from
from governance.voting.rules.motions import (
    Attendance,
    MotionRule,
    Outcome,
    Share,
    decide,
    quorum_reached,
    tally_motion,
)
from governance.voting.rules.stv import BY_STAGE_THEN_LOT, elect_by_stv
from governance.voting.rules.words import Kind, Stance, State

if TYPE_CHECKING:
    from members.accounts.models import User

Votes = list[tuple[list[list[int]], int]]


@dataclass(frozen=True, kw_only=True)
class Counted:
    figures: dict[str, Any]
    arithmetic: list[dict[str, Any]]
    articles: list[str]
    stages: list[dict[str, Any]] = field(default_factory=list)


@transaction.atomic
def count(ballot: Ballot, *, now: datetime, seed: str = "") -> Result:
    """The result of a closed ballot, and its entry.

    `seed` is published with it: what a lot was, or would be, drawn by. Without one it is the fingerprint of the close.
    """
    ballot = locked(ballot)
    move(ballot, to=State.COUNTED)
    counted = _counted(ballot, seed=seed or _fingerprint_of_the_close(ballot))
    body = {
        "ballot": ballot.key,
        "figures": counted.figures,
        "arithmetic": counted.arithmetic,
        "stages": b64(tagged_hash("stages", canonical(counted.stages))),
    }
    entry = append("result", body=body, now=now)
    ballot.save(update_fields=["state"])
    return Result.objects.create(
        ballot=ballot,
        figures=counted.figures,
        arithmetic=counted.arithmetic,
        articles=counted.articles,
        stages=counted.stages,
        counted_at=now,
        entry=entry,
    )


@transaction.atomic
def sign_result(ballot: Ballot, *, by: User, now: datetime) -> Ballot:
    """A teller has compared the count. Not the secretariat by itself: it runs what is compared."""
    ballot = locked(ballot)
    if by.is_staff:
        raise BallotRefused(_("The secretariat runs the count and cannot sign it. A teller does."))
    if not may_sign(by, ballot, on=now.date()):
        raise BallotRefused(_("Only a teller may sign this count. You are not one of its tellers today."))
    move(ballot, to=State.SIGNED)
    ballot.save(update_fields=["state"])
    append("signed", body={"ballot": ballot.key, "result": ballot.result.entry.hash, "teller": by.name}, now=now)
    return ballot


@transaction.atomic
def make_final(ballot: Ballot, *, now: datetime) -> Ballot:
    """After the time for challenges."""
    ballot = locked(ballot)
    move(ballot, to=State.FINAL)
    ballot.save(update_fields=["state"])
    append("final", body={"ballot": ballot.key}, now=now)
    return ballot


def votes_of(ballot: Ballot) -> Votes:
    """(choice, units): from the board of a secret ballot, from the current recorded votes otherwise."""
    if ballot.slot is not None:
        return contents_on(ballot.slot.key)
    return list(ballot.votes.current().order_by("pk").values_list("choice", "mandate__units"))


def _fingerprint_of_the_close(ballot: Ballot) -> str:
    return Entry.objects.get(kind="closed", body__ballot=ballot.key).fingerprint


def _counted(ballot: Ballot, *, seed: str) -> Counted:
    votes = votes_of(ballot)
    entitled = ballot.electorate.mandates.all().units()
    # Who votes takes part, even when the door was not counted.
    present = min(entitled, max(sum(units for _choice, units in votes), ballot.present or 0))
    attendance = Attendance(present=present, represented=min(ballot.represented, present), entitled=entitled)
    if ballot.kind == Kind.MOTION:
        return _counted_motion(ballot, votes, attendance=attendance)
    quorum = quorum_reached(quorum_from(ballot.rule["quorum"]), attendance)
    if not quorum.is_met:
        return _without_quorum(quorum)
    elect = _elected_by_stv if ballot.kind == Kind.STV else _elected_by_approval
    return elect(ballot, votes, seed=seed, quorum=quorum)


def _counted_motion(ballot: Ballot, votes: Votes, *, attendance: Attendance) -> Counted:
    stances = {option.number: Stance(option.stance) for option in ballot.options.all()}
    tally = tally_motion(votes, stances=stances, attendance=attendance)
    result = decide(MotionRule.from_json(ballot.rule), tally)
    return Counted(figures=result.figures(), arithmetic=result.arithmetic(), articles=result.articles())


def _without_quorum(quorum: Share) -> Counted:
    figures = {"outcome": str(Outcome.NO_QUORUM), "elected": [], "present": quorum.part, "entitled": quorum.whole}
    return Counted(figures=figures, arithmetic=[quorum.to_json()], articles=[quorum.article])


def _elected_by_approval(ballot: Ballot, votes: Votes, *, seed: str, quorum: Share) -> Counted:
    result = elect_by_approval(votes, candidates=_candidates(ballot), seats=ballot.seats, seed=seed)
    figures = {
        **_common(ballot, quorum, seed=seed),
        "elected": list(result.elected),
        "papers": result.papers,
        "blank": result.blank,
        "votes": {str(number): units for number, units in result.approvals.items()},
    }
    return _election(ballot, figures=figures, stages=result.stages(), quorum=quorum)


def _elected_by_stv(ballot: Ballot, votes: Votes, *, seed: str, quorum: Share) -> Counted:
    ties = tuple(ballot.rule.get("ties", BY_STAGE_THEN_LOT))
    result = elect_by_stv(votes, candidates=_candidates(ballot), seats=ballot.seats, seed=seed, ties=ties)
    figures = {
        **_common(ballot, quorum, seed=seed),
        "elected": list(result.elected),
        "papers": result.papers,
        "blank": result.blank,
        "quota": result.quota,
    }
    return _election(ballot, figures=figures, stages=[stage.to_json() for stage in result.stages], quorum=quorum)


def _candidates(ballot: Ballot) -> list[int]:
    return list(ballot.options.order_by("number").values_list("number", flat=True))


def _common(ballot: Ballot, quorum: Share, *, seed: str) -> dict[str, Any]:
    return {
        "outcome": str(Outcome.ELECTED),
        "seats": ballot.seats,
        "seed": seed,
        "present": quorum.part,
        "entitled": quorum.whole,
    }


def _election(ballot: Ballot, *, figures: dict[str, Any], stages: list[dict[str, Any]], quorum: Share) -> Counted:
    seats = {
        "about": "seats",
        "filled": len(figures["elected"]),
        "seats": ballot.seats,
        "article": ballot.rule["article"],
    }
    articles = [article for article in (ballot.rule["article"], quorum.article) if article]
    return Counted(figures=figures, arithmetic=[seats, quorum.to_json()], articles=articles, stages=stages)
