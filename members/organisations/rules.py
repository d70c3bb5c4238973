"""Who may do what for the network, on a given day, and why not. Plain values in, plain values out."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cms.languages.regions import region_of


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


# Nobody sends mail to strangers without end through an organisation's name.
OPEN_OFFERS_AT_MOST = 20


@dataclass(frozen=True, kw_only=True)
class TermRights:
    """The rights that come with the category of a membership term that holds on the day asked about."""

    vote: bool
    propose: bool
    stand: bool
    attend: bool


@dataclass(frozen=True, kw_only=True)
class Due:
    """One invoice: the year it is for, the day it fell due, what it asks, what was paid and what credit notes gave
    back, in smallest units."""

    year: int
    due_on: date
    amount: int
    paid: int
    credited: int = 0

    @property
    def open_amount(self) -> int:
        """What is still to be paid; nothing when more was paid than asked."""
        return max(self.amount - self.paid - self.credited, 0)

    @property
    def is_open(self) -> bool:
        return self.open_amount > 0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """An agreement to pay later. While it holds, dues suspend nothing. Half-open; None: until it is ended."""

    from_on: date
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass(frozen=True, kw_only=True)
class Bill:
    """What an invoice asks for a year, in the smallest unit of its currency."""

    year: int
    amount: int
    currency: str
    issued_on: date
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Invitee:
    """Somebody to whom a role is offered; name and language are for a person without an account."""

    email: str
    name: str
    language: str


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


def bears_dues(from_on: date, until_on: date | None, *, year: int) -> bool:
    """Whether a membership term, half-open, holds on a day of the year."""
    return from_on.year <= year and (until_on is None or until_on > date(year, 1, 1))


def last_due_in_arrears(rule: DuesRule, *, on: date) -> date:
    """An invoice that fell due on this day or before has been open for the rule's years on the day asked about.

    What fell due on 29 February is a year old on 1 March.
    """
    try:
        return on.replace(year=on.year - rule.years_in_arrears)
    except ValueError:  # 29 February
        return on.replace(year=on.year - rule.years_in_arrears, day=28)


def is_in_arrears(dues: Iterable[Due], *, rule: DuesRule, on: date) -> bool:
    """Whether an invoice has been open for the rule's years since it fell due."""
    last = last_due_in_arrears(rule, on=on)
    return any(due.is_open and due.due_on <= last for due in dues)


def standing(
    term: TermRights | None, dues: Iterable[Due], *, agreements: Iterable[Plan] = (), rule: DuesRule, on: date
) -> Standing:
    """The standing of an organisation on a day, from its term of that day (None: no member), invoices and plans.

    The same in SQL is `models.standing`; tests/members/organisations/test_standing_in_sql.py holds them together.
    """
    if term is None:
        return Standing(reasons=dict.fromkeys(Right, (Reason.NOT_A_MEMBER,)))
    agreed = any(plan.holds_on(on) for plan in agreements)
    behind = not agreed and is_in_arrears(dues, rule=rule, on=on)
    given = {Right.VOTE: term.vote, Right.PROPOSE: term.propose, Right.STAND: term.stand, Right.ATTEND: term.attend}
    suspended = rule.suspends if behind else frozenset()
    return Standing(reasons={right: _reasons(right, given=given, suspended=suspended) for right in Right})


def _reasons(right: Right, *, given: Mapping[Right, bool], suspended: frozenset[Right]) -> tuple[Reason, ...]:
    if not given[right]:
        return (Reason.CATEGORY,)
    return (Reason.DUES,) if right in suspended else ()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader asks the directory for; what is empty asks for nothing."""

    words: str = ""
    country: str = ""
    regions: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()

    def fits(self, text: str, *, country: str, category: str) -> bool:
        """Every word begins or stands within the text, whatever its accents; one region, one category is enough."""
        said = plainly(text)
        return (
            all(word in said for word in plainly(self.words).split())
            and self.country in ("", country)
            and (not self.regions or region_of(country) in self.regions)
            and (not self.categories or category in self.categories)
        )


def plainly(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
