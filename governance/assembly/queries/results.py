"""Results, as they may be read now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from governance.assembly.models import Assembly
from governance.box.queries import Shown, board_of
from governance.voting.models import Ballot, Mandate, Option, RecordedVote, Result
from governance.voting.queries.arithmetic import arithmetic_of, outcome_of, stages_of
from governance.voting.queries.ballots import elected
from governance.voting.rules.words import Kind, Stance
from members.accounts.models import User
from members.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Voters:
    """Who answered the same; `unnamed` are those at risk, counted and not named. `units` is what they all weigh."""

    option: Option
    named: list[str]
    unnamed: int
    units: int

    @property
    def number(self) -> int:
        return len(self.named) + self.unnamed


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
    blank: int

    @property
    def ballot(self) -> Ballot:
        return self.result.ballot

    @property
    def cast(self) -> int:
        """Votes in favour and against; at least one, so that a picture of them has a width."""
        return max(self.in_favour + self.against, 1)


def outcomes(assembly: Assembly, *, user: User) -> list[Outcome]:
    """Every readable result of the meeting, in the order of its ballots, with the names that this person may read."""
    readable = Result.objects.readable().filter(ballot__electorate=assembly.electorate_id)
    found = readable.select_related("entry", "ballot", "ballot__slot", "ballot__motion", "ballot__election")
    results = list(found.prefetch_related("ballot__options").order_by("ballot__opened_at", "pk"))
    votes = _votes([result.ballot for result in results])
    may_be_named = _named(assembly, user=user)
    return [_outcome(result, votes=votes[result.ballot_id], may_be_named=may_be_named) for result in results]


def _outcome(result: Result, *, votes: list[RecordedVote], may_be_named: set[int]) -> Outcome:
    voters = [] if result.ballot.is_secret else _voters(result.ballot, votes=votes, may_be_named=may_be_named)
    by_stance = {voter.option.stance: voter.units for voter in voters}
    return Outcome(
        result=result,
        word=outcome_of(result),
        arithmetic=arithmetic_of(result),
        stages=stages_of(result),
        winners=elected(result),
        voters=voters,
        in_favour=by_stance.get(Stance.IN_FAVOUR, 0),
        against=by_stance.get(Stance.AGAINST, 0),
        papers=_papers(result),
        blank=int(result.figures.get("blank", 0)),
    )


def board(ballot: Ballot) -> list[Shown]:
    """The tracking codes and what stood on the papers, once the result may be read; nothing before."""
    if ballot.slot is None or not Result.objects.readable().filter(ballot=ballot).exists():
        return []
    return board_of(ballot.slot.key)


def _papers(result: Result) -> int:
    """All that were in the box; a count by ranking knows the blank ones apart."""
    apart = result.figures.get("blank", 0) if result.ballot.kind == Kind.STV else 0
    return int(result.figures.get("papers", 0) + apart)


def _votes(ballots: list[Ballot]) -> dict[int, list[RecordedVote]]:
    """The current votes of recorded ballots, by ballot; its caller answers for their being readable."""
    recorded = [ballot.pk for ballot in ballots if not ballot.is_secret]
    votes = RecordedVote.objects.current().filter(ballot__in=recorded).select_related("mandate__organisation")
    found: dict[int, list[RecordedVote]] = defaultdict(list)
    for vote in votes.order_by("mandate__organisation__name", "pk"):
        found[vote.ballot_id].append(vote)
    return found


def _named(assembly: Assembly, *, user: User) -> set[int]:
    """The mandates whose organisation this person may read the name of: visible ones, and those it votes for."""
    seen = Q(organisation__in=Organisation.objects.visible_to(user)) | Q(held_by=user)
    return set(Mandate.objects.filter(seen, electorate=assembly.electorate_id).values_list("pk", flat=True))


def _voters(ballot: Ballot, *, votes: list[RecordedVote], may_be_named: set[int]) -> list[Voters]:
    return [
        _who_answered(option, [vote for vote in votes if vote.choice == [[option.number]]], may_be_named=may_be_named)
        for option in sorted(ballot.options.all(), key=lambda option: option.number)
    ]


def _who_answered(option: Option, votes: list[RecordedVote], *, may_be_named: set[int]) -> Voters:
    named = [str(vote.mandate) for vote in votes if vote.mandate_id in may_be_named]
    units = sum(vote.mandate.units for vote in votes)
    return Voters(option=option, named=named, unnamed=len(votes) - len(named), units=units)
