"""The count against a second counter that shares nothing with it: one paper at a time, in decimals."""

from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal

from hypothesis import given
from hypothesis import strategies as st

from governance.voting.rules.lots import drawn_order
from governance.voting.rules.stages import decimals
from governance.voting.rules.stv import elect_by_stv

FIVE = Decimal("0.00001")
CANDIDATES = list(range(1, 7))
RANKING = st.permutations(CANDIDATES).flatmap(lambda order: st.integers(1, 6).map(lambda length: order[:length]))


@dataclass(kw_only=True)
class Paper:
    ranking: list[int]
    holder: int
    value: Decimal = Decimal(1)


@dataclass(kw_only=True)
class SlowCount:
    """`history` holds every candidate's votes after each stage."""

    papers: list[Paper]
    seats: int
    elected: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    settled: list[int] = field(default_factory=list)
    history: list[dict[int, Decimal]] = field(default_factory=list)

    @property
    def quota(self) -> int:
        return len(self.papers) // (self.seats + 1) + 1

    def votes(self, number: int) -> Decimal:
        if number in self.settled:
            return Decimal(self.quota)
        return sum((paper.value for paper in self.papers if paper.holder == number), Decimal(0))

    def hopeful(self) -> list[int]:
        return [number for number in CANDIDATES if number not in self.elected + self.gone]

    def pick(self, among: list[int], *, sign: int) -> int:
        """The first by votes now, then by each earlier stage, then by lot; `sign` -1 takes the most, 1 the fewest."""
        for stage in reversed(self.history):
            extreme = min(sign * stage[number] for number in among)
            among = [number for number in among if sign * stage[number] == extreme]
        return among[0] if len(among) == 1 else drawn_order(among, seed="s")[0]

    def pass_on(self, giver: int) -> None:
        for paper in self.papers:
            if paper.holder == giver:
                later = paper.ranking[paper.ranking.index(giver) + 1 :]
                paper.holder = next((number for number in later if number in self.hopeful()), 0)

    def finish_stage(self) -> None:
        reached = [number for number in self.hopeful() if self.votes(number) >= self.quota]
        self.elected += sorted(reached, key=lambda number: (-self.votes(number), number))
        self.history.append({number: self.votes(number) for number in CANDIDATES})

    def step(self) -> None:
        if len(self.hopeful()) <= self.seats - len(self.elected):
            self.elected += sorted(self.hopeful(), key=lambda number: (-self.votes(number), number))
            self.history.append({number: self.votes(number) for number in CANDIDATES})
            return
        over = [number for number in self.elected if number not in self.settled and self.votes(number) > self.quota]
        if over:
            self.give_surplus(self.pick(over, sign=-1))
        else:
            last = self.pick(self.hopeful(), sign=1)
            self.gone.append(last)
            self.pass_on(last)
        self.finish_stage()

    def give_surplus(self, giver: int) -> None:
        total = self.votes(giver)
        for paper in (paper for paper in self.papers if paper.holder == giver):
            worth = (total - self.quota) * paper.value / total
            paper.value = worth.quantize(FIVE, rounding=ROUND_DOWN)
        self.settled.append(giver)
        self.pass_on(giver)

    def run(self) -> None:
        self.finish_stage()
        while len(self.elected) < self.seats and self.hopeful():
            self.step()


@given(st.lists(RANKING, min_size=1, max_size=40), st.integers(1, 4))
def test_both_counters_agree_at_every_stage(rankings: list[list[int]], seats: int) -> None:
    slow = SlowCount(papers=[Paper(ranking=ranking, holder=ranking[0]) for ranking in rankings], seats=seats)
    slow.run()

    votes = [([[number] for number in ranking], 1) for ranking in rankings]
    result = elect_by_stv(votes, candidates=CANDIDATES, seats=seats, seed="s")

    stages = [{number: decimals(units) for number, units in stage.votes.items()} for stage in result.stages]
    assert list(result.elected) == slow.elected
    assert stages == [{number: f"{units:.5f}" for number, units in stage.items()} for stage in slow.history]
