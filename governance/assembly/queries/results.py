"""Results, as they may be read now."""

from __future__ import annotations

from dataclasses import dataclass

from governance.assembly.models import Assembly
from governance.box.queries import Shown, board_of
from governance.voting.models import Ballot, Option, RecordedVote, Result
from governance.voting.queries.arithmetic import arithmetic_of, outcome_of, stages_of
from governance.voting.queries.ballots import elected, published_votes
from governance.voting.rules.words import Stance


@dataclass(frozen=True, kw_only=True)
class Voters:
    """Who answered the same."""

    option: Option
    votes: list[RecordedVote]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One result: the word, the arithmetic, then the figures behind it."""

    result: Result
    word: str
    arithmetic: list[str]
    stages: list[str]
    winners: list[Option]
    voters: list[Voters]
    in_favour: int
    against: int
    papers: int

    @property
    def ballot(self) -> Ballot:
        return self.result.ballot

    @property
    def cast(self) -> int:
        """Votes in favour and against; at least one, so that a picture of them has a width."""
        return max(self.in_favour + self.against, 1)


def outcomes(assembly: Assembly) -> list[Outcome]:
    """Every readable result of the meeting, in the order of its ballots."""
    readable = Result.objects.readable().filter(ballot__electorate=assembly.electorate_id)
    found = readable.select_related("entry", "ballot", "ballot__slot", "ballot__motion", "ballot__election")
    results = found.prefetch_related("ballot__options").order_by("ballot__opened_at", "pk")
    return [outcome(result) for result in results]


def outcome(result: Result) -> Outcome:
    voters = [] if result.ballot.is_secret else _voters(result.ballot)
    by_stance = {voter.option.stance: sum(vote.mandate.units for vote in voter.votes) for voter in voters}
    return Outcome(
        result=result,
        word=outcome_of(result),
        arithmetic=arithmetic_of(result),
        stages=stages_of(result),
        winners=elected(result),
        voters=voters,
        in_favour=by_stance.get(Stance.IN_FAVOUR, 0),
        against=by_stance.get(Stance.AGAINST, 0),
        papers=int(result.figures.get("papers", 0)),
    )


def board(ballot: Ballot) -> list[Shown]:
    """The tracking codes and what stood on the papers, once the result may be read; nothing before."""
    if ballot.slot is None or not Result.objects.readable().filter(ballot=ballot).exists():
        return []
    return board_of(ballot.slot.key)


def _voters(ballot: Ballot) -> list[Voters]:
    votes = list(published_votes(ballot))
    return [
        Voters(option=option, votes=[vote for vote in votes if vote.choice == [[option.number]]])
        for option in sorted(ballot.options.all(), key=lambda option: option.number)
    ]
