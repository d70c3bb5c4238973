"""Results, as they may be read now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from django.db.models import Q

from cms.languages.ordering import in_order
from governance.assembly.models import Assembly, Challenge
from governance.assembly.queries.races import ShownRace, shown_race
from governance.assembly.rules.quorum import needed
from governance.box.queries import Shown, board_of
from governance.statutes.rules import Base
from governance.voting.models import Ballot, Mandate, Option, RecordedVote, Result, Teller
from governance.voting.models.ballots import Results
from governance.voting.queries.arithmetic import arithmetic_of, outcome_of, stages_of
from governance.voting.queries.ballots import elected
from governance.voting.rules.words import Kind, Stance, State
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
    abstentions: int
    papers: int
    blank: int
    race: ShownRace | None
    challenges: list[Challenge]
    may_be_challenged: bool

    @property
    def bar(self) -> int | None:
        """How many votes in favour were needed, where the majority is of the votes cast; None elsewhere."""
        part = next((one for one in self.result.arithmetic if one["about"] == "majority"), None)
        if part is None or part["base"] != Base.CAST or part["whole"] != self.in_favour + self.against:
            return None
        whole, share = int(part["whole"]), Fraction(part["share"])
        return int(whole * share) + 1 if part["sign"] in (">", "≤") else needed(whole, share=share)

    @property
    def did_not_vote(self) -> int:
        """Units that took part when the ballot opened, and of which nothing came."""
        came = self.in_favour + self.against + self.abstentions
        return max((self.ballot.present or 0) - came, 0)

    @property
    def ballot(self) -> Ballot:
        return self.result.ballot

    @property
    def cast(self) -> int:
        """Votes in favour and against; at least one, so that a picture of them has a width."""
        return max(self.in_favour + self.against, 1)


def outcomes(assembly: Assembly, *, user: User) -> list[Outcome]:
    """Every readable result of the meeting, in the order of its ballots, with the names that this person may read."""
    results = _loaded(Result.objects.readable().filter(ballot__electorate=assembly.electorate_id))
    votes = _votes([result.ballot for result in results])
    may_be_named, raised = _named(assembly, user=user), _challenges(assembly, user=user)
    return [
        replace(
            _outcome(result, votes=votes[result.ballot_id], may_be_named=may_be_named),
            challenges=raised[result.ballot_id],
        )
        for result in results
    ]


def _loaded(results: Results) -> list[Result]:
    found = results.select_related("entry", "ballot", "ballot__slot", "ballot__motion", "ballot__election")
    return list(found.prefetch_related("ballot__options").order_by("ballot__opened_at", "pk"))


def _challenges(assembly: Assembly, *, user: User) -> dict[int, list[Challenge]]:
    """By ballot; of organisations whose name this person may read."""
    seen = Organisation.objects.visible_to(user)
    found: dict[int, list[Challenge]] = defaultdict(list)
    for one in assembly.challenges.filter(organisation__in=seen).select_related("organisation").order_by("raised_at"):
        found[one.ballot_id].append(one)
    return found


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
        abstentions=by_stance.get(Stance.ABSTENTION, 0),
        papers=_papers(result),
        blank=int(result.figures.get("blank", 0)),
        race=shown_race(result),
        challenges=[],
        may_be_challenged=result.ballot.state in (State.COUNTED, State.SIGNED),
    )


def to_sign(user: User, *, assembly: Assembly, on: date) -> list[Ballot]:
    """The counts that this person, a teller of the meeting, has to compare and sign."""
    tellers = Teller.objects.on(on).filter(person=user, electorate=assembly.electorate_id)
    counted = Ballot.objects.filter(state=State.COUNTED, electorate__in=tellers.values("electorate"))
    return list(counted.order_by("opened_at", "pk"))


def count_to_sign(assembly: Assembly, *, key: str, user: User, on: date) -> Outcome | None:
    """What a teller compares before anybody else reads it; None for everybody else."""
    mine = [ballot for ballot in to_sign(user, assembly=assembly, on=on) if ballot.key == key]
    if not mine:
        return None
    (result,) = _loaded(Result.objects.filter(ballot=mine[0]))
    votes = _votes([result.ballot])
    return _outcome(result, votes=votes[result.ballot_id], may_be_named=_named(assembly, user=user))


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
    for vote in votes.order_by(in_order("mandate__organisation__name"), "pk"):
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
