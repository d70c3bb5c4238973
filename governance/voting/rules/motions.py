"""Motions: exact shares, quorum, and the arithmetic that a result prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from governance.statutes.rules import Base, Majority, Quorum
from governance.voting.rules.frozen import majority_from, majority_json, quorum_from, quorum_json, written_share
from governance.voting.rules.words import Stance


class Outcome(StrEnum):
    CARRIED = "carried"
    NOT_CARRIED = "not_carried"
    NO_QUORUM = "no_quorum"
    ELECTED = "elected"


@dataclass(frozen=True, kw_only=True)
class MotionRule:
    """What a motion needs, frozen from the statutes."""

    majority: Majority
    quorum: Quorum

    def to_json(self) -> dict[str, Any]:
        return {"majority": majority_json(self.majority), "quorum": quorum_json(self.quorum)}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> MotionRule:
        return cls(majority=majority_from(written["majority"]), quorum=quorum_from(written["quorum"]))


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Units when the ballot opened: all who took part, of these the ones by proxy, and the whole roll."""

    present: int
    represented: int = 0
    entitled: int

    def __post_init__(self) -> None:
        if not 0 <= self.present <= self.entitled:
            raise ValueError("more units are present than are entitled")
        if not 0 <= self.represented <= self.present:
            raise ValueError("more units are represented than take part")


@dataclass(frozen=True, kw_only=True)
class MotionTally:
    """Units, not voters."""

    in_favour: int
    against: int
    abstentions: int
    blank: int
    attendance: Attendance

    def __post_init__(self) -> None:
        if min(self.in_favour, self.against, self.abstentions, self.blank) < 0:
            raise ValueError("units are never negative")
        if not self.in_favour + self.against + self.abstentions + self.blank <= self.entitled:
            raise ValueError("more units voted than are entitled")

    @property
    def present(self) -> int:
        return self.attendance.present

    @property
    def entitled(self) -> int:
        return self.attendance.entitled

    @property
    def cast(self) -> int:
        """Without abstentions and blanks."""
        return self.in_favour + self.against

    def whole(self, base: Base) -> int:
        return {Base.CAST: self.cast, Base.PRESENT: self.present, Base.ENTITLED: self.entitled}[base]


@dataclass(frozen=True, kw_only=True)
class Share:
    """One comparison: `part` of `whole` against `share`, which must be reached, or exceeded when `strict`."""

    about: str
    part: int
    whole: int
    share: Fraction
    strict: bool
    base: Base
    article: str

    @property
    def is_met(self) -> bool:
        if self.whole == 0:
            return False
        reached = Fraction(self.part, self.whole)
        return reached > self.share if self.strict else reached >= self.share

    @property
    def sign(self) -> str:
        if self.is_met:
            return ">" if self.strict else "≥"
        return "≤" if self.strict else "<"

    def to_json(self) -> dict[str, Any]:
        return {
            "about": self.about,
            "part": self.part,
            "whole": self.whole,
            "tenths": tenths_of_percent(self.part, self.whole),
            "sign": self.sign,
            "share": written_share(self.share),
            "base": str(self.base),
            "met": int(self.is_met),
            "article": self.article,
        }


@dataclass(frozen=True, kw_only=True)
class MotionResult:
    outcome: Outcome
    tally: MotionTally
    majority: Share
    quorum: Share

    def arithmetic(self) -> list[dict[str, Any]]:
        """In the order in which it is read: the majority, what was not counted, the quorum."""
        not_counted = [
            {"about": name, "number": number}
            for name, number in (("abstentions", self.tally.abstentions), ("blank", self.tally.blank))
            if number
        ]
        return [self.majority.to_json(), *not_counted, self.quorum.to_json()]

    def articles(self) -> list[str]:
        return [article for article in (self.majority.article, self.quorum.article) if article]

    def figures(self) -> dict[str, Any]:
        tally = self.tally
        return {
            "outcome": str(self.outcome),
            "in_favour": tally.in_favour,
            "against": tally.against,
            "abstentions": tally.abstentions,
            "blank": tally.blank,
            "cast": tally.cast,
            "present": tally.present,
            "entitled": tally.entitled,
        }


def decide(rule: MotionRule, tally: MotionTally) -> MotionResult:
    """Without a quorum nothing is carried, whatever the shares."""
    majority = Share(
        about="majority",
        part=tally.in_favour,
        whole=tally.whole(rule.majority.base),
        share=rule.majority.share,
        strict=rule.majority.strict,
        base=rule.majority.base,
        article=rule.majority.article,
    )
    quorum = quorum_reached(rule.quorum, tally.attendance)
    return MotionResult(outcome=_outcome(majority, quorum), tally=tally, majority=majority, quorum=quorum)


def _outcome(majority: Share, quorum: Share) -> Outcome:
    if not quorum.is_met:
        return Outcome.NO_QUORUM
    return Outcome.CARRIED if majority.is_met else Outcome.NOT_CARRIED


def quorum_reached(quorum: Quorum, attendance: Attendance) -> Share:
    """How many take part, of all who are entitled; without the proxies where the statutes do not count them."""
    uncounted = 0 if quorum.counts_proxies else attendance.represented
    return Share(
        about="quorum",
        part=attendance.present - uncounted,
        whole=attendance.entitled,
        share=quorum.share,
        strict=False,
        base=quorum.base,
        article=quorum.article,
    )


def tally_motion(
    votes: Iterable[tuple[list[list[int]], int]], *, stances: Mapping[int, Stance], attendance: Attendance
) -> MotionTally:
    """`votes` are (choice, units); `stances` says what each option's number stands for."""
    units = dict.fromkeys((Stance.IN_FAVOUR, Stance.AGAINST, Stance.ABSTENTION), 0)
    blank = 0
    for choice, weight in votes:
        if not choice:
            blank += weight
            continue
        units[stances[choice[0][0]]] += weight
    return MotionTally(
        in_favour=units[Stance.IN_FAVOUR],
        against=units[Stance.AGAINST],
        abstentions=units[Stance.ABSTENTION],
        blank=blank,
        attendance=attendance,
    )


def tenths_of_percent(part: int, whole: int) -> int:
    """678 for 61 of 90: per mille, rounded half up in integers; 0 of nothing is 0."""
    return (2000 * part + whole) // (2 * whole) if whole else 0
