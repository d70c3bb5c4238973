"""How far each candidate of a count by ranking came, from the stages that the result keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Track:
    """One candidate, in votes. `most` is the most that was held at any stage; `after` the votes after each stage.

    A stage at which the candidate is out of the count is None. `elected_at` and `excluded_at` are numbers of stages.
    """

    number: int
    first: Decimal
    most: Decimal
    quota: int
    elected_at: int
    excluded_at: int
    after: tuple[Decimal | None, ...]

    @property
    def by_transfer(self) -> Decimal:
        return self.most - self.first

    @property
    def passed_on(self) -> Decimal:
        """What an elected candidate had in first preferences above the quota, and passed on."""
        return max(self.first - self.quota, ZERO) if self.elected_at else ZERO

    @property
    def kept(self) -> Decimal:
        """First preferences that stayed."""
        return self.first - self.passed_on


@dataclass(frozen=True, kw_only=True)
class Race:
    """`tracks` as they came in: the elected in the order of their election, then the others, the last one out first."""

    quota: int
    tracks: tuple[Track, ...]
    exhausted: tuple[Decimal, ...]

    @property
    def width(self) -> Decimal:
        """Of the picture, in votes: the most that anybody had and the quota fit in, with room to the right."""
        most = max((track.most for track in self.tracks), default=ZERO)
        return max(most, Decimal(self.quota)) * Decimal("1.15")


def race(stages: Sequence[Mapping[str, Any]], *, quota: int) -> Race:
    """`stages` as `voting.rules.stages.Stage.to_json` writes them."""
    elected = {number: stage["number"] for stage in stages for number in stage["elected"]}
    excluded = {stage["of"]: stage["number"] for stage in stages if stage["action"] == "exclusion"}
    numbers = sorted(int(number) for number in stages[0]["votes"]) if stages else []
    tracks = [
        _track(number, stages, quota=quota, elected_at=elected.get(number, 0), excluded_at=excluded.get(number, 0))
        for number in numbers
    ]
    order = list(elected)
    tracks.sort(key=lambda track: _place(track, order))
    out = tuple(Decimal(stage["exhausted"]) + Decimal(stage["lost"]) for stage in stages)
    return Race(quota=quota, tracks=tuple(tracks), exhausted=out)


def _track(number: int, stages: Sequence[Mapping[str, Any]], *, quota: int, elected_at: int, excluded_at: int) -> Track:
    votes = [Decimal(stage["votes"][str(number)]) for stage in stages]
    after = tuple(
        None if excluded_at and stage["number"] >= excluded_at else held
        for stage, held in zip(stages, votes, strict=True)
    )
    return Track(
        number=number,
        first=votes[0],
        most=max(votes),
        quota=quota,
        elected_at=elected_at,
        excluded_at=excluded_at,
        after=after,
    )


def _place(track: Track, order: list[int]) -> tuple[int, int, Decimal]:
    """The elected first; who was never excluded before who was, and of those the one who stayed longer."""
    if track.elected_at:
        return 0, order.index(track.number), ZERO
    return (2, -track.excluded_at, ZERO) if track.excluded_at else (1, 0, -track.most)
