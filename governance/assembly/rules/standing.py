"""Whether a person can stand in an election, with every reason why not."""

from dataclasses import dataclass
from enum import StrEnum


class WhyNot(StrEnum):
    NO_CONSENT = "no_consent"
    ACTS_FOR_NOBODY = "acts_for_nobody"
    MAY_NOT_STAND = "may_not_stand"


@dataclass(frozen=True, kw_only=True)
class Stands:
    """What is known of a candidacy."""

    has_consented: bool
    acts_for_the_organisation: bool
    organisation_may_stand: bool


def why_not(known: Stands) -> tuple[WhyNot, ...]:
    """Empty for somebody who can stand."""
    checks = (
        (known.has_consented, WhyNot.NO_CONSENT),
        (known.acts_for_the_organisation, WhyNot.ACTS_FOR_NOBODY),
        (known.organisation_may_stand, WhyNot.MAY_NOT_STAND),
    )
    return tuple(reason for holds, reason in checks if not holds)
