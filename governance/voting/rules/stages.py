"""The stages of a count by ranking, as they are shown and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

ONE = 100_000
"""One vote, in hundred-thousandths."""


class Action(StrEnum):
    FIRST_PREFERENCES = "first_preferences"
    SURPLUS = "surplus"
    EXCLUSION = "exclusion"
    LAST_SEATS = "last_seats"


@dataclass(frozen=True, kw_only=True)
class Tie:
    """`among` were level; `chosen` by the votes of stage `stage`, or by lot when that is 0."""

    among: tuple[int, ...]
    chosen: int
    stage: int


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Votes after it, in hundred-thousandths. So far truncation took `lost`, and `exhausted` passed to nobody."""

    number: int
    action: Action
    of: int
    value: int
    votes: Mapping[int, int]
    exhausted: int
    lost: int
    elected: tuple[int, ...]
    tie: Tie | None = None

    def to_json(self) -> dict[str, Any]:
        tie = {"among": list(self.tie.among), "chosen": self.tie.chosen, "stage": self.tie.stage} if self.tie else {}
        return {
            "number": self.number,
            "action": str(self.action),
            "of": self.of,
            "value": decimals(self.value),
            "votes": {str(number): decimals(votes) for number, votes in self.votes.items()},
            "exhausted": decimals(self.exhausted),
            "lost": decimals(self.lost),
            "elected": list(self.elected),
            "tie": tie,
        }


@dataclass(frozen=True, kw_only=True)
class StvResult:
    quota: int
    papers: int
    blank: int
    elected: tuple[int, ...]
    stages: tuple[Stage, ...]


def decimals(votes: int) -> str:
    """Hundred-thousandths as they are read: 129200000 is "1292.00000"."""
    return f"{votes // ONE}.{votes % ONE:05d}"
