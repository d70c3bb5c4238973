"""What whoever runs a meeting sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from governance.assembly.models import Assembly, Election, Motion, QuorumReading
from governance.assembly.queries.pages import Quorum, quorum_of
from governance.assembly.rules.running import Act, acts_on_a_ballot, has_passed, next_acts
from governance.assembly.rules.words import State
from governance.voting.models import Ballot, Slot
from governance.voting.rules.words import State as BallotState


@dataclass(frozen=True, kw_only=True)
class Line:
    """A motion or an election, its ballot, and what may be done with it. `drawn`: papers on the marked roll."""

    subject: Motion | Election
    acts: tuple[Act, ...]
    votes: int
    drawn: int

    @property
    def is_election(self) -> bool:
        return isinstance(self.subject, Election)

    @property
    def ballot(self) -> Ballot | None:
        return self.subject.ballot


@dataclass(frozen=True, kw_only=True)
class Step:
    """One of the states of a meeting's life. `at` is when it came or is to come; None when nobody knows."""

    state: State
    at: datetime | date | None
    passed: bool
    is_now: bool


@dataclass(frozen=True, kw_only=True)
class Running:
    assembly: Assembly
    line: list[Step]
    acts: tuple[Act, ...]
    lines: list[Line]
    quorum: Quorum | None
    readings: list[QuorumReading]


def running(assembly: Assembly) -> Running:
    """In a constant number of queries."""
    motions = assembly.motions.select_related("ballot").annotate(n=Count("ballot__votes__mandate", distinct=True))
    drawn = dict(Slot.objects.filter(series=assembly.series_id).values_list("pk").annotate(n=Count("draws")))
    elections = assembly.elections.select_related("ballot").order_by("pk")
    return Running(
        assembly=assembly,
        line=line_of(assembly),
        acts=next_acts(State(assembly.state)),
        lines=[
            *(_line(motion, assembly, votes=motion.n) for motion in motions.order_by("number")),
            *(_line(one, assembly, drawn=_drawn_for(one, drawn)) for one in elections),
        ],
        quorum=quorum_of(assembly) if assembly.has_roll else None,
        readings=list(assembly.quorum_readings.order_by("at")),
    )


def line_of(assembly: Assembly) -> list[Step]:
    """The whole life of a meeting, in its order."""
    minutes = getattr(assembly, "minutes", None)
    moments: dict[State, datetime | date | None] = {
        State.CONVENED: assembly.convened_at,
        State.FROZEN: assembly.record_on,
        State.OPEN: assembly.opens_at,
        State.CLOSED: assembly.closes_at,
        State.MINUTED: minutes.drafted_at if minutes else None,
        State.FINAL: minutes.adopted_at if minutes else None,
    }
    here = State(assembly.state)
    return [
        Step(state=state, at=moments.get(state), passed=has_passed(state, meeting=here), is_now=state == here)
        for state in State
    ]


def subject_of(assembly: Assembly, *, key: str) -> Motion | Election | None:
    """The motion or election of this meeting with that key."""
    motion = assembly.motions.select_related("ballot").filter(key=key).first()
    return motion or assembly.elections.select_related("ballot").filter(key=key).first()


def _line(subject: Motion | Election, assembly: Assembly, *, votes: int = 0, drawn: int = 0) -> Line:
    state = BallotState(subject.ballot.state) if subject.ballot else None
    acts = acts_on_a_ballot(state, meeting=State(assembly.state))
    return Line(subject=subject, acts=acts, votes=votes, drawn=drawn)


def _drawn_for(election: Election, drawn: dict[int, int]) -> int:
    slot = election.ballot.slot_id if election.ballot else None
    return drawn.get(slot, 0) if slot else 0
