"""Whether a picture that shows children may be used: consent as its giver gave it, on a given day.

A child's picture needs consent that is recorded, still runs, was not withdrawn and covers the use (Convention on the
Rights of the Child, articles 12 and 16; General Comment 25, paragraph 67 and following).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Use(StrEnum):
    """Where a picture may be shown. What is on the site is read everywhere and comes out of the API as well."""

    SITE = "site"
    SOCIAL = "social"
    BULLETIN = "bulletin"
    PRINT = "print"


class Lack(StrEnum):
    """Why a picture may not be used, the most final first."""

    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TERRITORY = "territory"
    USE = "use"
    MISSING = "missing"


# These reach readers in every country.
WORLDWIDE = frozenset({Use.SITE, Use.SOCIAL, Use.BULLETIN})


@dataclass(frozen=True, kw_only=True)
class Consent:
    """One record. `territory` holds country codes (ISO 3166-1 alpha-2); empty means the whole world.

    `until_on` is the first day on which it no longer holds; None means no end.
    """

    uses: frozenset[Use]
    territory: frozenset[str] = frozenset()
    until_on: date | None = None
    withdrawn_on: date | None = None

    def lack(self, use: Use, *, on: date) -> Lack | None:
        """What this record lacks for that use on that day; None when it covers it."""
        if self.withdrawn_on is not None and self.withdrawn_on <= on:
            return Lack.WITHDRAWN
        if self.until_on is not None and self.until_on <= on:
            return Lack.EXPIRED
        if use not in self.uses:
            return Lack.USE
        if use in WORLDWIDE and self.territory:
            return Lack.TERRITORY
        return None


# The reason that is told when no record covers the use: the one that is nearest to covering it.
NEAREST = (Lack.TERRITORY, Lack.USE, Lack.EXPIRED, Lack.WITHDRAWN)


def lack_of(consents: Iterable[Consent], use: Use, *, on: date) -> Lack | None:
    """None when one of the records covers the use and none was withdrawn; else why it may not be used.

    A withdrawal by anybody who gave consent ends every use, whatever the others said.
    """
    lacks = {consent.lack(use, on=on) for consent in consents}
    if Lack.WITHDRAWN in lacks:
        return Lack.WITHDRAWN
    if None in lacks:
        return None
    return next((lack for lack in NEAREST if lack in lacks), Lack.MISSING)


def prints_everywhere(consents: Iterable[Consent], *, on: date) -> bool:
    """Whether readers of the site may print it: a page leaves the printer in any country, a leaflet of ours in one."""
    known = list(consents)
    printing = (consent for consent in known if consent.lack(Use.PRINT, on=on) is None)
    return any(not consent.territory for consent in printing) and lack_of(known, Use.PRINT, on=on) is None
