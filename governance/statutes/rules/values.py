"""Which value a parameter can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from governance.statutes.rules.book import Rule, StatuteBook, StatuteInvalid, fraction
from governance.statutes.rules.words import Base, Parameter, Shape

MAJORITIES = (
    Parameter.MAJORITY_ORDINARY,
    Parameter.MAJORITY_STATUTES,
    Parameter.MAJORITY_EXCLUSION,
    Parameter.MAJORITY_DISSOLUTION,
    Parameter.MAJORITY_URGENT,
    Parameter.COMMITTEE_MAJORITY,
)
NOT_A_NUMBER = {
    **dict.fromkeys(MAJORITIES, Shape.MAJORITY),
    Parameter.QUORUM: Shape.QUORUM,
    Parameter.PROXY_COUNTS_FOR_QUORUM: Shape.YES_NO,
    Parameter.PERSONS_IN_SECRET: Shape.YES_NO,
    Parameter.COMMITTEE_QUORUM: Shape.SHARE,
    Parameter.WRITTEN_QUORUM: Shape.SHARE,
    Parameter.RESULTS_VISIBLE: Shape.VISIBILITY,
    Parameter.DUES_SUSPEND: Shape.WORDS,
    Parameter.SILENCE_EXCLUDED: Shape.WORDS,
    Parameter.TIES: Shape.WORDS,
    Parameter.COMMITTEE_CASTING_VOTE: Shape.WORD,
    Parameter.INTERESTS: Shape.WORD,
}
SHAPES: Mapping[Parameter, Shape] = {name: NOT_A_NUMBER.get(name, Shape.NUMBER) for name in Parameter}

CHOICES: Mapping[Parameter, tuple[str, ...]] = {
    Parameter.DUES_SUSPEND: ("vote", "propose", "stand", "attend"),
    Parameter.SILENCE_EXCLUDED: ("budget", "persons", "statutes"),
    Parameter.TIES: ("stage", "lot"),
    Parameter.COMMITTEE_CASTING_VOTE: ("chair", "nobody"),
    Parameter.INTERESTS: ("no_vote_out_of_the_base",),
}
VISIBLE_FROM: Mapping[str, tuple[str, ...]] = {
    "recorded": ("closed", "counted", "signed", "final"),
    "secret": ("counted", "signed", "final"),
}
"""The states of a ballot from which its result may be read, by its secrecy."""
LARGEST = 10_000


def checked(parameter: Parameter, value: Any) -> Any:
    """The value, when this parameter can have it; StatuteInvalid otherwise."""
    _CHECKS[SHAPES[parameter]](parameter, value)
    return value


def _number(parameter: Parameter, value: Any) -> None:
    if StatuteBook(rules={parameter: Rule(value=value)}).number(parameter) > LARGEST:
        raise StatuteInvalid(f"{parameter} is not more than {LARGEST}")


def _yes_no(parameter: Parameter, value: Any) -> None:
    _number(parameter, value)
    if value > 1:
        raise StatuteInvalid(f"{parameter} is 1 or 0, not {value!r}")


def _share(_parameter: Parameter, value: Any) -> None:
    fraction(value)


def _word(parameter: Parameter, value: Any) -> None:
    if value not in CHOICES[parameter]:
        raise StatuteInvalid(f"{parameter} cannot be {value!r}")


def _words(parameter: Parameter, value: Any) -> None:
    if not isinstance(value, list | tuple):
        raise StatuteInvalid(f"{parameter} is a list of words, not {value!r}")
    for word in value:
        _word(parameter, word)


def _majority(parameter: Parameter, value: Any) -> None:
    _fields(value, {"share", "base", "strict"})
    fraction(value["share"])
    _base(parameter, value["base"])
    _yes_no(parameter, value["strict"])


def _base(parameter: Parameter, value: Any) -> None:
    if value not in tuple(Base):
        raise StatuteInvalid(f"{parameter} cannot be a share of {value!r}")


def _quorum(parameter: Parameter, value: Any) -> None:
    _fields(value, {"share", "base"})
    _base(parameter, value["base"])
    StatuteBook(rules={parameter: Rule(value=value), Parameter.PROXY_COUNTS_FOR_QUORUM: Rule(value=1)}).quorum()


def _visibility(parameter: Parameter, value: Any) -> None:
    _fields(value, set(VISIBLE_FROM))
    for secrecy, states in VISIBLE_FROM.items():
        if value[secrecy] not in states:
            raise StatuteInvalid(f"a {secrecy} result cannot be read from {value[secrecy]!r} on")


def _fields(value: Any, names: set[str]) -> None:
    if not isinstance(value, Mapping) or set(value) != names:
        raise StatuteInvalid(f"it has the parts {', '.join(sorted(names))}, not {value!r}")


_CHECKS: Mapping[Shape, Callable[[Parameter, Any], None]] = {
    Shape.NUMBER: _number,
    Shape.YES_NO: _yes_no,
    Shape.SHARE: _share,
    Shape.WORD: _word,
    Shape.WORDS: _words,
    Shape.MAJORITY: _majority,
    Shape.QUORUM: _quorum,
    Shape.VISIBILITY: _visibility,
}
