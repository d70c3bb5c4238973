"""The facets of the library: their codes are field names in both engines and names in addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# As the page shows them. Values of PLACE and ARTICLE are `parent` or `parent/child`.
PLACE, STAGE, ARTICLE, INSTRUMENT, THEME = "place", "stage", "article", "instrument", "theme"
ACTION, CHILDREN, TARGET, OUTCOME, PARTICIPATION = "action", "children", "target", "outcome", "participation"
ORGANISATION, LANGUAGE, YEAR = "organisation", "language", "year"
COUNTED = (
    PLACE, STAGE, ARTICLE, THEME, ACTION, INSTRUMENT, CHILDREN, TARGET, OUTCOME, ORGANISATION, PARTICIPATION, LANGUAGE,
)  # fmt: skip
# What the members' search of everything counts. GROUP is a working group's address; WHEN is `2026` or `2026/11`.
KIND, GROUP, WHEN = "kind", "group", "when"
COUNTED_FOR_MEMBERS = (KIND, GROUP, WHEN, LANGUAGE)
FACETS = (*COUNTED, YEAR, KIND, GROUP, WHEN)
HIERARCHICAL = (PLACE, ARTICLE)
SORT_LANGUAGES = ("en", "fr", "es")

FIRST_YEAR, FAR_YEAR = 1950, 2099  # an activity without an end is found in every year to come
VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,79}\Z")

Choices = Mapping[str, tuple[str, ...]]


def with_ancestors(values: Iterable[str]) -> tuple[str, ...]:
    """`r3/c34` also counts as `r3`."""
    found: dict[str, None] = {}
    for value in values:
        parts = value.split("/")
        found.update({"/".join(parts[: depth + 1]): None for depth in range(len(parts))})
    return tuple(found)


def years_between(first: int | None, last: int | None) -> tuple[str, ...]:
    """Every year of the stretch; an open end runs to 2099; no beginning and no end is no year at all."""
    if first is None and last is None:
        return ()
    start = max(first if first is not None else last or FIRST_YEAR, FIRST_YEAR)
    return tuple(str(year) for year in range(start, min(last or FAR_YEAR, FAR_YEAR) + 1))


def year_in(text: str) -> int | None:
    """A year that activities can have; None for anything else."""
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return year if FIRST_YEAR <= year <= FAR_YEAR else None


def chosen_years(first: str, last: str) -> tuple[str, ...]:
    """The reader's two fields, either of which may be empty or nonsense; written the wrong way round, they change."""
    start, end = year_in(first), year_in(last)
    if start is None and end is None:
        return ()
    if start is not None and end is not None and start > end:
        start, end = end, start
    return years_between(start if start is not None else FIRST_YEAR, end)


def clean(values: Iterable[str]) -> tuple[str, ...]:
    """Only what can be a value, once each, at most 50."""
    return tuple(dict.fromkeys(value for value in values if VALUE.match(value)))[:50]
