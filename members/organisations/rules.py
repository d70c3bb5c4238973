"""Who may do what for the network, on a given day, and why not. Plain values in, plain values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person is to an organisation."""

    PRIMARY = "primary"
    DELEGATE = "delegate"
    FINANCE = "finance"
    BULLETIN = "bulletin"


class Kind(StrEnum):
    """What sort of organisation it is."""

    COALITION = "coalition"
    NGO = "ngo"
    INSTITUTION = "institution"
    CHILD_LED = "child_led"
    UNIVERSITY = "university"


class Right(StrEnum):
    VOTE = "vote"
    PROPOSE = "propose"
    STAND = "stand"
    ATTEND = "attend"


class Reason(StrEnum):
    """Why an organisation does not have a right. The words for each are in `models.labels`."""

    NOT_A_MEMBER = "not_a_member"
    CATEGORY = "category"
    DUES = "dues"


@dataclass(frozen=True, kw_only=True)
class TermRights:
    """The rights that come with the category of a membership term that holds on the day asked about."""

    vote: bool
    propose: bool
    stand: bool
    attend: bool


@dataclass(frozen=True, kw_only=True)
class Due:
    """One invoice: the year it is for, the day it fell due, what it asks and what was paid, in smallest units."""

    year: int
    due_on: date
    amount: int
    paid: int

    @property
    def is_open(self) -> bool:
        return self.paid < self.amount


@dataclass(frozen=True, kw_only=True)
class DuesRule:
    """How long an invoice may stay open, in years, and which rights it then suspends (voting.md, "dues rule")."""

    years_in_arrears: int = 1
    suspends: frozenset[Right] = frozenset({Right.VOTE, Right.STAND})


@dataclass(frozen=True, kw_only=True)
class Standing:
    """For each right the reasons why it is missing; no reasons, and the organisation has it."""

    reasons: dict[Right, tuple[Reason, ...]]

    def may(self, right: Right) -> bool:
        return not self.reasons[right]

    @property
    def is_good(self) -> bool:
        return not any(Reason.DUES in reasons for reasons in self.reasons.values()) and self.may(Right.ATTEND)


def is_in_arrears(dues: Iterable[Due], *, rule: DuesRule, on: date) -> bool:
    """Whether an invoice has been open for the rule's years since it fell due."""
    return any(due.is_open and _years_later(due.due_on, years=rule.years_in_arrears) <= on for due in dues)


def standing(term: TermRights | None, dues: Iterable[Due], *, rule: DuesRule, on: date) -> Standing:
    """The standing of an organisation on a day, from its term of that day (None: no member) and its invoices."""
    if term is None:
        return Standing(reasons=dict.fromkeys(Right, (Reason.NOT_A_MEMBER,)))
    behind = is_in_arrears(dues, rule=rule, on=on)
    given = {Right.VOTE: term.vote, Right.PROPOSE: term.propose, Right.STAND: term.stand, Right.ATTEND: term.attend}
    suspended = rule.suspends if behind else frozenset()
    return Standing(reasons={right: _reasons(right, given=given, suspended=suspended) for right in Right})


def _reasons(right: Right, *, given: Mapping[Right, bool], suspended: frozenset[Right]) -> tuple[Reason, ...]:
    if not given[right]:
        return (Reason.CATEGORY,)
    return (Reason.DUES,) if right in suspended else ()


def _years_later(day: date, *, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, month=3, day=1)
