"""The statutes of Kite: the set that was adopted with the association's reform, and the one before it."""

from datetime import date
from typing import Any

from cms.demo.network import Network
from governance.statutes.models import Statute, StatuteSet
from governance.statutes.rules import DEFAULTS, Parameter

REFORMED_ON = date(2023, 6, 1)
# What the members wrote otherwise before the reform: (value, article).
BEFORE: dict[Parameter, tuple[Any, str]] = {
    Parameter.NOTICE_DAYS: (42, "8"),
    Parameter.PROXIES_PER_HOLDER: (1, "10"),
    Parameter.QUORUM: ({"share": "1/3", "base": "entitled"}, "11"),
    Parameter.CHALLENGE_DAYS: (60, "13"),
}


def build(network: Network) -> None:
    founded = StatuteSet.objects.create(
        in_force_from_on=date(1998, 3, 14), adopted="Founding assembly, Geneva, 14 March 1998"
    )
    reformed = StatuteSet.objects.create(
        in_force_from_on=REFORMED_ON, adopted="25th general assembly, on line, 18 May 2023"
    )
    current = {parameter: (rule.value, rule.article) for parameter, rule in DEFAULTS.items()}
    _write(founded, {**current, **BEFORE})
    _write(reformed, current)


def _write(statutes: StatuteSet, rules: dict[Parameter, tuple[Any, str]]) -> None:
    Statute.objects.bulk_create(
        [
            Statute(statutes=statutes, parameter=parameter, value=value, article=article)
            for parameter, (value, article) in rules.items()
        ]
    )
