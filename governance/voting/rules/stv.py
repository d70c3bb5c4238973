"""Single transferable vote by the Scottish rules (SSI 2007/42, schedule 1, part III).

Droop quota; weighted inclusive Gregory: every paper of an elected candidate moves on, at surplus * value / votes,
truncated to five decimals; ties by the most recent stage at which they differed, then by lot. Votes are integers of
hundred-thousandths throughout, so nothing is rounded but where the rules say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from governance.voting.rules.lots import drawn_order
from governance.voting.rules.stages import ONE, Action, Stage, StvResult, Tie

Parcel = dict[tuple[tuple[int, ...], int], int]
"""How many papers of this ranking were received at this value."""

BY_STAGE_THEN_LOT = ("stage", "lot")
"""How ties are broken unless the statutes know no earlier stages."""


@dataclass(kw_only=True)
class Count:
    """The table with its heaps of papers, while they are being counted."""

    seats: int
    seed: str
    quota: int
    heaps: dict[int, Parcel]
    ties: tuple[str, ...] = BY_STAGE_THEN_LOT
    exhausted: int = 0
    lost: int = 0
    elected: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    excluded: list[int] = field(default_factory=list)
    kept: dict[int, int] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    tie: Tie | None = None

    @property
    def continuing(self) -> list[int]:
        return [number for number in self.heaps if number not in self.elected and number not in self.excluded]

    @property
    def vacancies(self) -> int:
        return self.seats - len(self.elected)

    def votes_of(self, number: int) -> int:
        if number in self.kept:
            return self.kept[number]
        return sum(value * papers for (_ranking, value), papers in self.heaps[number].items())

    def votes(self) -> dict[int, int]:
        return {number: self.votes_of(number) for number in self.heaps}


def elect_by_stv(
    votes: Iterable[tuple[list[list[int]], int]],
    *,
    candidates: Iterable[int],
    seats: int,
    seed: str,
    ties: tuple[str, ...] = BY_STAGE_THEN_LOT,
) -> StvResult:
    """`votes` are (choice, units) with a choice such as [[3], [1]]. `seed` is what a lot would be drawn by."""
    rankings, blank = _rankings(votes)
    papers = sum(rankings.values())
    heaps: dict[int, Parcel] = {number: {} for number in candidates}
    count = Count(seats=seats, seed=seed, quota=papers // (seats + 1) + 1, heaps=heaps, ties=ties)
    for ranking, number in rankings.items():
        count.heaps[ranking[0]][ranking, ONE] = number
    _end_stage(count, action=Action.FIRST_PREFERENCES)
    while count.vacancies and count.continuing:
        _next_stage(count)
    return StvResult(
        quota=count.quota, papers=papers, blank=blank, elected=tuple(count.elected), stages=tuple(count.stages)
    )


def _rankings(votes: Iterable[tuple[list[list[int]], int]]) -> tuple[dict[tuple[int, ...], int], int]:
    rankings: dict[tuple[int, ...], int] = {}
    blank = 0
    for choice, units in votes:
        ranking = tuple(number for group in choice for number in group)
        if not ranking:
            blank += units
            continue
        rankings[ranking] = rankings.get(ranking, 0) + units
    return rankings, blank


def _next_stage(count: Count) -> None:
    if len(count.continuing) <= count.vacancies:
        _fill_last_seats(count)
    elif count.waiting:
        _transfer_surplus(count)
    else:
        _exclude(count)


def _fill_last_seats(count: Count) -> None:
    rest = sorted(count.continuing, key=lambda number: (-count.votes_of(number), number))
    count.elected.extend(rest)
    _write_stage(count, action=Action.LAST_SEATS, of=0, value=0, elected=tuple(rest))


def _transfer_surplus(count: Count) -> None:
    """The largest first; the whole heap moves, each paper at its share of the surplus."""
    giver = _chosen(count, among=count.waiting, best=max)
    total = count.votes_of(giver)
    surplus = total - count.quota * ONE
    moved = _move(count, giver, worth=lambda value: surplus * value // total)
    count.lost += surplus - moved
    count.kept[giver] = count.quota * ONE
    count.waiting.remove(giver)
    _end_stage(count, action=Action.SURPLUS, of=giver, value=surplus)


def _exclude(count: Count) -> None:
    """The one with the fewest votes; the papers move at the value at which they came."""
    last = _chosen(count, among=count.continuing, best=min)
    total = count.votes_of(last)
    count.excluded.append(last)
    _move(count, last, worth=lambda value: value)
    _end_stage(count, action=Action.EXCLUSION, of=last, value=total)


def _move(count: Count, giver: int, *, worth: Callable[[int], int]) -> int:
    """Every paper to its next continuing candidate, or to nobody; returns the value that left the heap."""
    moved = 0
    heap, count.heaps[giver] = count.heaps[giver], {}
    open_to = set(count.continuing) - {giver}
    for (ranking, value), papers in heap.items():
        new = worth(value)
        moved += new * papers
        receiver = _next_on(ranking, after=giver, open_to=open_to)
        if receiver == 0:
            count.exhausted += new * papers
            continue
        target = count.heaps[receiver]
        target[ranking, new] = target.get((ranking, new), 0) + papers
    return moved


def _next_on(ranking: tuple[int, ...], *, after: int, open_to: set[int]) -> int:
    """0 when nobody further down is still in the count."""
    further = ranking[ranking.index(after) + 1 :]
    return next((number for number in further if number in open_to), 0)


def _chosen(count: Count, *, among: list[int], best: Callable[[Iterable[int]], int]) -> int:
    """Most (or fewest) votes; level ones by the most recent stage at which they differed, then by lot."""
    wanted = best(count.votes_of(number) for number in among)
    level = [number for number in among if count.votes_of(number) == wanted]
    tied = tuple(level)
    for stage in reversed(count.stages if "stage" in count.ties else []):
        if len(level) == 1:
            break
        wanted = best(stage.votes[number] for number in level)
        narrowed = [number for number in level if stage.votes[number] == wanted]
        if len(narrowed) == 1:
            count.tie = Tie(among=tied, chosen=narrowed[0], stage=stage.number)
        level = narrowed
    if len(level) > 1:
        level = drawn_order(level, seed=count.seed)
        count.tie = Tie(among=tied, chosen=level[0], stage=0)
    return level[0]


def _end_stage(count: Count, *, action: Action, of: int = 0, value: int = 0) -> None:
    """Whoever has reached the quota is elected, the most votes first."""
    reached = [number for number in count.continuing if count.votes_of(number) >= count.quota * ONE]
    reached.sort(key=lambda number: (-count.votes_of(number), number))
    count.elected.extend(reached)
    for number in reached:
        if count.votes_of(number) > count.quota * ONE:
            count.waiting.append(number)
    _write_stage(count, action=action, of=of, value=value, elected=tuple(reached))


def _write_stage(count: Count, *, action: Action, of: int, value: int, elected: tuple[int, ...]) -> None:
    stage = Stage(
        number=len(count.stages) + 1,
        action=action,
        of=of,
        value=value,
        votes=count.votes(),
        exhausted=count.exhausted,
        lost=count.lost,
        elected=elected,
        tie=count.tie,
    )
    count.tie = None
    count.stages.append(stage)
