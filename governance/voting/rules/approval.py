"""Approval for k seats: the most approved are elected; a tie across the last seat goes to the public lot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from governance.voting.rules.lots import drawn_order


@dataclass(frozen=True, kw_only=True)
class ApprovalResult:
    """`elected` from the most approved down. `tied` shared the last seat and were put to the lot, in its order."""

    approvals: Mapping[int, int]
    elected: tuple[int, ...]
    tied: tuple[int, ...]
    blank: int
    papers: int

    def stages(self) -> list[dict[str, Any]]:
        counted = {"number": 1, "action": "approvals", "votes": {str(n): str(v) for n, v in self.approvals.items()}}
        if not self.tied:
            return [{**counted, "elected": list(self.elected)}]
        clear = [number for number in self.elected if number not in self.tied]
        by_lot = [number for number in self.elected if number in self.tied]
        lot = {"number": 2, "action": "lot", "order": list(self.tied), "elected": by_lot}
        return [{**counted, "elected": clear}, lot]


def elect_by_approval(
    votes: Iterable[tuple[list[list[int]], int]], *, candidates: Iterable[int], seats: int, seed: str
) -> ApprovalResult:
    """`votes` are (choice, units). Nobody is elected whom no paper names, so seats may stay vacant."""
    approvals, blank, papers = dict.fromkeys(candidates, 0), 0, 0
    for choice, units in votes:
        papers += units
        blank += 0 if choice else units
        for number in (number for group in choice for number in group):
            approvals[number] += units
    elected, tied = _seated(approvals, seats=seats, seed=seed)
    return ApprovalResult(approvals=approvals, elected=elected, tied=tied, blank=blank, papers=papers)


def _seated(approvals: Mapping[int, int], *, seats: int, seed: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    named = sorted((n for n, votes in approvals.items() if votes), key=lambda n: (-approvals[n], n))
    if len(named) <= seats:
        return tuple(named), ()
    last = approvals[named[seats - 1]]
    clear = [number for number in named if approvals[number] > last]
    level = [number for number in named if approvals[number] == last]
    if len(clear) + len(level) <= seats:
        return tuple(clear + level), ()
    tied = drawn_order(level, seed=seed)
    return tuple(clear + tied[: seats - len(clear)]), tuple(tied)
