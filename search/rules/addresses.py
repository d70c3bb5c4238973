"""The one address of a question: whoever asks the same stands at the same address, in one order of its fields."""

from __future__ import annotations

from urllib.parse import urlencode

from search.rules import facets
from search.rules.questions import Query, Sort

Fields = list[tuple[str, str]]


def years_of(query: Query) -> tuple[str, str]:
    """The first and the last year as the reader's two fields; an open end is empty."""
    years = query.filters.get(facets.YEAR, ())
    if not years:
        return "", ""
    first, last = years[0], years[-1]
    return ("" if first == str(facets.FIRST_YEAR) else first), ("" if last == str(facets.FAR_YEAR) else last)


def fields_of(query: Query) -> Fields:
    """What was asked, chosen and switched; not the page."""
    first, last = years_of(query)
    found: Fields = [("q", query.text)]
    found += [(facet, value) for facet in query.counted for value in query.filters.get(facet, ())]
    found += [("from", first), ("to", last)]
    if query.sort is not Sort.RELEVANCE:
        found.append(("sort", query.sort.value))
    found += [("off", key) for key in sorted(query.off)] + [("also", key) for key in sorted(query.also)]
    return [(name, value) for name, value in found if value]


def address_of(query: Query) -> str:
    """`?q=…`, the same for every way to write the same question; `?` alone is the whole library."""
    page = [("page", str(query.page))] if query.page > 1 else []
    return f"?{urlencode([*fields_of(query), *page])}"
