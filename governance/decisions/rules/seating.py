"""Terms of office: a person sits once in a body, and a body has one chair at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from governance.decisions.rules.refusing import Refusal
from governance.decisions.rules.words import OfficeRole


@dataclass(frozen=True, kw_only=True)
class Term:
    """From a day until the day after the last one; open while nobody knows the end."""

    from_on: date
    until_on: date | None = None

    def overlaps(self, other: "Term") -> bool:
        return self._begins_before_the_end_of(other) and other._begins_before_the_end_of(self)

    def _begins_before_the_end_of(self, other: "Term") -> bool:
        return other.until_on is None or self.from_on < other.until_on


def refusal_to_begin(term: Term, *, role: OfficeRole, own: Iterable[Term], chairs: Iterable[Term]) -> Refusal | None:
    """`own` are the person's terms in this body, `chairs` those of its chairs."""
    if term.until_on is not None and term.until_on <= term.from_on:
        return Refusal.ENDS_TOO_EARLY
    if any(term.overlaps(other) for other in own):
        return Refusal.SITS_ALREADY
    if role == OfficeRole.CHAIR and any(term.overlaps(other) for other in chairs):
        return Refusal.CHAIR_TAKEN
    return None


def refusal_to_end(term: Term, *, until_on: date, today: date) -> Refusal | None:
    """What is over stays as it was; a term may end earlier than was planned, not later."""
    if term.until_on is not None and (term.until_on <= today or until_on > term.until_on):
        return Refusal.OFFICE_OVER
    return Refusal.ENDS_TOO_EARLY if until_on <= term.from_on else None
