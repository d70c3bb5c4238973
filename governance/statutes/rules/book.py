"""The association's rules as values: each with the article that it comes from. Shares are fractions, never floats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from governance.statutes.rules.words import RETIRED, Base, MotionKind, Parameter


class StatuteInvalid(ValueError):
    """A value that the parameter cannot have."""


@dataclass(frozen=True, kw_only=True)
class Majority:
    """`share` of `base` must be reached, or exceeded when `strict` ("more than half")."""

    share: Fraction
    base: Base
    strict: bool
    article: str


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """`share` of all who are entitled must take part; with their proxies, or without them.

    StatuteInvalid for another base: what is present or cast grows with every voter, so a share of it asks for nothing.
    """

    share: Fraction
    base: Base
    article: str
    counts_proxies: bool = True

    def __post_init__(self) -> None:
        if self.base != Base.ENTITLED:
            raise StatuteInvalid(f"a quorum is a share of those entitled, not of {self.base}")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A value as JSON holds it, and its article."""

    value: Any
    article: str = ""


SIMPLE = {"share": "1/2", "base": "cast", "strict": 1}
TWO_THIRDS = {"share": "2/3", "base": "cast", "strict": 0}
THREE_QUARTERS = {"share": "3/4", "base": "cast", "strict": 0}

DEFAULTS: Mapping[Parameter, Rule] = {
    Parameter.DELEGATES: Rule(value=3, article="10.1"),
    Parameter.RECORD_DAYS: Rule(value=30, article="9.3"),
    Parameter.DUES_YEARS_IN_ARREARS: Rule(value=1, article="6.4"),
    Parameter.DUES_SUSPEND: Rule(value=["vote", "stand"], article="6.4"),
    Parameter.NOTICE_DAYS: Rule(value=60, article="9.1"),
    Parameter.NOTICE_DAYS_EXTRAORDINARY: Rule(value=21, article="9.2"),
    Parameter.MOTION_DAYS: Rule(value=84, article="12.1"),
    Parameter.PAPER_DAYS: Rule(value=84, article="12.1"),
    Parameter.AMENDMENT_DAYS: Rule(value=42, article="12.2"),
    Parameter.NOMINATION_DAYS: Rule(value=60, article="15.2"),
    Parameter.FINAL_AGENDA_DAYS: Rule(value=21, article="12.3"),
    Parameter.PROXIES_PER_HOLDER: Rule(value=2, article="10.3"),
    Parameter.PROXY_HOURS: Rule(value=24, article="10.4"),
    Parameter.PROXY_COUNTS_FOR_QUORUM: Rule(value=1, article="10.3"),
    Parameter.QUORUM: Rule(value={"share": "1/2", "base": "entitled"}, article="11.1"),
    Parameter.MAJORITY_ORDINARY: Rule(value=SIMPLE, article="14.1"),
    Parameter.MAJORITY_STATUTES: Rule(value=TWO_THIRDS, article="14.2"),
    Parameter.MAJORITY_EXCLUSION: Rule(value=TWO_THIRDS, article="14.2"),
    Parameter.MAJORITY_DISSOLUTION: Rule(value=THREE_QUARTERS, article="14.3"),
    Parameter.MAJORITY_URGENT: Rule(value=TWO_THIRDS, article="12.4"),
    Parameter.PERSONS_IN_SECRET: Rule(value=1, article="13.2"),
    Parameter.RESULTS_VISIBLE: Rule(value={"recorded": "counted", "secret": "signed"}, article="13.4"),
    Parameter.LEAST_PAPERS: Rule(value=5, article="13.3"),
    Parameter.TIES: Rule(value=["stage", "lot"], article="15.5"),
    Parameter.CHALLENGE_DAYS: Rule(value=30, article="13.6"),
    Parameter.COMMITTEE_QUORUM: Rule(value="1/2", article="18.1"),
    Parameter.COMMITTEE_MAJORITY: Rule(value=SIMPLE, article="18.2"),
    Parameter.COMMITTEE_CASTING_VOTE: Rule(value="chair", article="18.2"),
    Parameter.WRITTEN_DAYS: Rule(value=7, article="18.3"),
    Parameter.WRITTEN_QUORUM: Rule(value="1/2", article="18.3"),
    Parameter.SILENCE_DAYS: Rule(value=5, article="18.4"),
    Parameter.SILENCE_OBJECTIONS: Rule(value=1, article="18.4"),
    Parameter.SILENCE_EXCLUDED: Rule(value=["budget", "persons", "statutes"], article="18.4"),
    Parameter.INTERESTS: Rule(value="no_vote_out_of_the_base", article="19.1"),
    Parameter.MINUTES_DRAFT_DAYS: Rule(value=30, article="16.1"),
    Parameter.MINUTES_OBJECTION_DAYS: Rule(value=14, article="16.2"),
}


@dataclass(frozen=True, kw_only=True)
class StatuteBook:
    """Every parameter with its value and article; what a set does not say is the default of voting.md."""

    rules: Mapping[Parameter, Rule] = field(default_factory=lambda: dict(DEFAULTS))

    @classmethod
    def from_json(cls, written: Mapping[str, Mapping[str, Any]]) -> StatuteBook:
        """From `{parameter: {"value": …, "article": "14.2"}}`; StatuteInvalid for one that does not exist."""
        said = {
            _known(name): Rule(value=one["value"], article=one.get("article", ""))
            for name, one in written.items()
            if name not in RETIRED
        }
        return cls(rules={**DEFAULTS, **said})

    def to_json(self) -> dict[str, dict[str, Any]]:
        return {str(name): {"value": rule.value, "article": rule.article} for name, rule in self.rules.items()}

    def article(self, parameter: Parameter) -> str:
        return self.rules[parameter].article

    def number(self, parameter: Parameter) -> int:
        value = self.rules[parameter].value
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise StatuteInvalid(f"{parameter} is a whole number, not {value!r}")
        return value

    def is_so(self, parameter: Parameter) -> bool:
        return self.number(parameter) == 1

    def word(self, parameter: Parameter) -> str:
        return str(self.rules[parameter].value)

    def words(self, parameter: Parameter) -> tuple[str, ...]:
        return tuple(str(word) for word in self.rules[parameter].value)

    def share(self, parameter: Parameter) -> Fraction:
        return fraction(self.rules[parameter].value)

    def quorum(self) -> Quorum:
        rule = self.rules[Parameter.QUORUM]
        return Quorum(
            share=fraction(rule.value["share"]),
            base=Base(rule.value["base"]),
            article=rule.article,
            counts_proxies=self.is_so(Parameter.PROXY_COUNTS_FOR_QUORUM),
        )

    def record_on(self, *, opens_on: date) -> date:
        """The day whose members, dues and delegates the roll of a meeting shows."""
        return opens_on - timedelta(days=self.number(Parameter.RECORD_DAYS))

    def differences(self, other: StatuteBook) -> tuple[Parameter, ...]:
        """The parameters whose value or article differs, in the order of the statutes."""
        return tuple(name for name in Parameter if self.rules[name] != other.rules[name])

    def majority(self, kind: MotionKind) -> Majority:
        return self.majority_of(Parameter(f"majority_{kind}"))

    def majority_of(self, parameter: Parameter) -> Majority:
        rule = self.rules[parameter]
        share, base = fraction(rule.value["share"]), Base(rule.value["base"])
        return Majority(share=share, base=base, strict=bool(rule.value["strict"]), article=rule.article)


def fraction(text: Any) -> Fraction:
    """A share written as "2/3", from 0 to 1."""
    if not isinstance(text, str):
        raise StatuteInvalid(f"a share is written like 2/3, not {text!r}")
    try:
        share = Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise StatuteInvalid(f"a share is written like 2/3, not {text!r}") from error
    if not 0 <= share <= 1:
        raise StatuteInvalid(f"a share lies between 0 and 1, not {text}")
    return share


def _known(name: str) -> Parameter:
    try:
        return Parameter(name)
    except ValueError as error:
        raise StatuteInvalid(f"there is no parameter {name!r}") from error
