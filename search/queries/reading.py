"""What an address of the search says. Nothing in it can be wrong: what means nothing is left out."""

from __future__ import annotations

from django.http import QueryDict

from search.rules import facets
from search.rules.questions import MOST_HITS, PAGE_SIZE, Query, Sort

LONGEST = 5_000
LAST_PAGE = MOST_HITS // PAGE_SIZE


def query_of(data: QueryDict, *, language: str, audience: tuple[str, ...]) -> Query:
    chosen = {facet: facets.clean(data.getlist(facet)) for facet in facets.COUNTED}
    chosen[facets.YEAR] = facets.chosen_years(*years_in(data))
    return Query(
        text=text_in(data),
        language=language,
        filters={facet: values for facet, values in chosen.items() if values},
        audience=audience,
        sort=sort_of(data.get("sort", "")),
        page=page_of(data.get("page", "")),
        off=frozenset(facets.clean(data.getlist("off"))),
        also=frozenset(facets.clean(data.getlist("also"))),
    )


def everything_of(data: QueryDict, *, language: str, audience: tuple[str, ...]) -> Query:
    """What an address of the members' search says."""
    chosen = {facet: facets.clean(data.getlist(facet)) for facet in facets.COUNTED_FOR_MEMBERS}
    return Query(
        text=text_in(data),
        language=language,
        filters={facet: values for facet, values in chosen.items() if values},
        audience=audience,
        sort=Sort.NEWEST if sort_of(data.get("sort", "")) is Sort.NEWEST else Sort.RELEVANCE,
        page=page_of(data.get("page", "")),
        off=frozenset(facets.clean(data.getlist("off"))),
        also=frozenset(facets.clean(data.getlist("also"))),
        counted=facets.COUNTED_FOR_MEMBERS,
    )


def text_in(data: QueryDict) -> str:
    """Without what no database and no page can hold: a NUL, half of a surrogate pair."""
    text = data.get("q", "")[:LONGEST].replace("\x00", " ")
    return text.encode("utf-8", "ignore").decode().strip()


def years_in(data: QueryDict) -> tuple[str, str]:
    return data.get("from", "").strip(), data.get("to", "").strip()


def sort_of(name: str) -> Sort:
    return Sort(name) if name in set(Sort) else Sort.RELEVANCE


def page_of(number: str) -> int:
    """From 1; a page beyond the last is the last that may be asked for."""
    wanted = int(number) if is_whole(number) and len(number) < 6 else LAST_PAGE if is_whole(number) else 1
    return min(max(wanted, 1), LAST_PAGE)


def is_whole(number: str) -> bool:
    return number.isascii() and number.isdigit()
