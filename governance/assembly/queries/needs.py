"""What meetings ask of a person: the dashboard of the front door reads this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, F, OuterRef

from cms.languages import TranslatedText
from governance.assembly.models import Assembly, Delegation, Election, Motion, Presence, Proxy
from governance.assembly.rules.words import State
from governance.voting.models import Mandate
from governance.voting.queries.ballots import ballots_awaiting
from governance.voting.rules.words import State as BallotState
from members.accounts.models import User


class Asks(StrEnum):
    REGISTER = "register"
    VOTE = "vote"
    ELECT = "elect"


@dataclass(frozen=True, kw_only=True)
class Need:
    """`key` is the ballot's or the election's; empty for a registration."""

    asks: Asks
    assembly: Assembly
    subject: TranslatedText
    key: str
    deadline_at: datetime


def needs_of(user: User, *, now: datetime) -> list[Need]:
    """Open motions without this person's votes, elections with a paper to hand in, meetings to register for."""
    return [*_motions(user), *_elections(user), *_registrations(user, now=now)]


def _motions(user: User) -> list[Need]:
    motions = Motion.objects.filter(ballot__in=ballots_awaiting(user).values("pk"), assembly__state=State.OPEN)
    return [
        Need(
            asks=Asks.VOTE,
            assembly=motion.assembly,
            subject=motion.title,
            key=motion.ballot.key,
            deadline_at=motion.assembly.closes_at,
        )
        for motion in motions.select_related("assembly", "ballot").order_by("number")
        if motion.ballot is not None
    ]


def _elections(user: User) -> list[Need]:
    """Who handed in a paper is not known, so an open election is named until it closes."""
    held = Mandate.objects.held_by(user).values("electorate")
    elections = Election.objects.filter(
        ballot__state=BallotState.OPEN, ballot__electorate__in=held, assembly__state=State.OPEN
    )
    return [
        Need(
            asks=Asks.ELECT,
            assembly=election.assembly,
            subject=election.title,
            key=election.key,
            deadline_at=election.assembly.closes_at,
        )
        for election in elections.select_related("assembly").order_by("pk")
    ]


def _registrations(user: User, *, now: datetime) -> list[Need]:
    """Meetings that a delegation of theirs may vote in, has not come to, and passed no vote of."""
    of_the_delegation = {"assembly": OuterRef("assembly")}
    there = Presence.objects.now_there().filter(organisation=OuterRef("organisation"), **of_the_delegation)
    passed_on = Proxy.objects.standing().filter(giver=OuterRef("organisation"), **of_the_delegation)
    mine = Delegation.objects.filter(
        ~Exists(there),
        ~Exists(passed_on),
        person=user,
        assembly__state=State.OPEN,
        assembly__closes_at__gt=now,
        organisation__roll_entries__assembly=F("assembly"),
        organisation__roll_entries__may_vote=True,
    )
    open_ones = {one.assembly_id: one.assembly for one in mine.select_related("assembly")}
    return [
        Need(asks=Asks.REGISTER, assembly=one, subject=one.title, key="", deadline_at=one.closes_at)
        for one in open_ones.values()
    ]
