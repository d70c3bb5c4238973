"""Figures that this site counts itself: what they are called, and when one is worth a measurement."""

from datetime import date
from enum import StrEnum
from fractions import Fraction


class Computation(StrEnum):
    """A named question to the site's own life; `queries.computed` answers each."""

    PARTICIPATION = "participation"
    DAYS_TO_DECIDE = "days_to_decide"
    CARRIED_OUT_IN_TIME = "carried_out_in_time"
    ACTIVE_GROUPS = "active_groups"
    GROUPS_MET = "groups_met"
    BULLETINS_SENT = "bulletins_sent"
    MEMBERS = "members"
    COUNTRIES = "countries"
    RETENTION = "retention"
    DUES_PAID = "dues_paid"
    CASE_STUDIES = "case_studies"


def percent(part: int, whole: int) -> Fraction | None:
    """The share in hundredths; None of nothing."""
    return Fraction(100 * part, whole) if whole else None


def is_news(value: Fraction, *, on: date, latest: Fraction | None, latest_on: date | None) -> bool:
    """Written down when it changed, and once a month when it did not, so that the public sees that it was looked at."""
    if latest is None or latest_on is None:
        return True
    if on <= latest_on:
        return False
    return value != latest or (on.year, on.month) != (latest_on.year, latest_on.month)
