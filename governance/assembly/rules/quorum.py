"""How many take part, and whether they are enough."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Units of those present themselves, of those represented by a proxy, and of all who are entitled."""

    present: int
    represented: int
    entitled: int

    @property
    def taking_part(self) -> int:
        return self.present + self.represented

    @property
    def without_proxies(self) -> Attendance:
        """For statutes that count only those who came themselves towards the quorum."""
        return replace(self, represented=0)


def needed(entitled: int, *, share: Fraction) -> int:
    """The least whole number of units that is at least the share."""
    whole = entitled * share
    return -(-whole.numerator // whole.denominator)


def is_quorate(attendance: Attendance, *, share: Fraction) -> bool:
    return attendance.entitled > 0 and attendance.taking_part >= needed(attendance.entitled, share=share)
