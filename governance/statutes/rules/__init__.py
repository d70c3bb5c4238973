"""The statutes as plain values."""

from governance.statutes.rules.book import DEFAULTS, Majority, Quorum, Rule, StatuteBook, StatuteInvalid, fraction
from governance.statutes.rules.values import CHOICES, SHAPES, VISIBLE_FROM, checked
from governance.statutes.rules.words import RETIRED, Base, MotionKind, Parameter, Shape

__all__ = [
    "CHOICES",
    "DEFAULTS",
    "RETIRED",
    "SHAPES",
    "VISIBLE_FROM",
    "Base",
    "Majority",
    "MotionKind",
    "Parameter",
    "Quorum",
    "Rule",
    "Shape",
    "StatuteBook",
    "StatuteInvalid",
    "checked",
    "fraction",
]
