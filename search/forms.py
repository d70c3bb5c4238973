"""What an address of the search page says. Nothing in it can be wrong: what means nothing is left out, and said."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.languages.formats import format_number
from cms.languages.text import site_language
from search.rules import facets
from search.rules.questions import MOST_HITS, PAGE_SIZE, Query, Sort

LONGEST = 5_000
LONGEST_SAID = 40  # letters of what was typed that a sentence repeats
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


def remarks_on(data: QueryDict) -> list[str]:
    """A sentence for each thing in the address that was left out or understood otherwise."""
    return [*on_the_text(data), *on_the_choices(data), *on_the_years(data), *on_the_order(data)]


def on_the_text(data: QueryDict) -> list[str]:
    if len(data.get("q", "")) <= LONGEST:
        return []
    most = format_number(LONGEST, site_language())
    return [_("Your question was very long: only its first %(most)s characters were searched for.") % {"most": most}]


def on_the_choices(data: QueryDict) -> list[str]:
    asked = [value for facet in facets.COUNTED for value in data.getlist(facet)]
    kept = [value for facet in facets.COUNTED for value in facets.clean(data.getlist(facet))]
    lost = [value for value in dict.fromkeys(asked) if value and value not in kept]
    return (
        [_("“%(value)s” is nothing that can be chosen, and was left out.") % {"value": short(lost[0])}] if lost else []
    )


def on_the_years(data: QueryDict) -> list[str]:
    first, last = years_in(data)
    said = [
        _("“%(year)s” is no year from 1950 to 2099, and was left out. Write four digits, such as 2019.")
        % {"year": short(year)}
        for year in dict.fromkeys((first, last))
        if year and facets.year_in(year) is None
    ]
    start, end = facets.year_in(first), facets.year_in(last)
    if start is not None and end is not None and start > end:
        said.append(
            _("The years stood the wrong way round: we searched from %(first)s to %(last)s.")
            % {"first": end, "last": start}
        )
    return said


def on_the_order(data: QueryDict) -> list[str]:
    said: list[str] = []
    sort, page = data.get("sort", ""), data.get("page", "")
    if sort and sort not in set(Sort):
        said.append(_("“%(sort)s” is no order: the best match comes first.") % {"sort": short(sort)})
    if page and (not is_whole(page) or not page.strip("0")):
        said.append(_("“%(page)s” is no page: this is the first.") % {"page": short(page)})
    elif page and page_of(page) < int(page[:9]):
        most = format_number(MOST_HITS, site_language())
        said.append(
            _("The list ends after %(most)s studies: choose filters or more words to see others.") % {"most": most}
        )
    return said


def short(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"
