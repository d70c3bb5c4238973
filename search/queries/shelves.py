"""The filters of the members' search: kinds, groups, months and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.utils.html import format_html
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from cms.languages import sort_key
from cms.languages.text import site_language
from members.accounts.models import User
from members.groups.models import Group
from search.queries.choices import Choice, Chosen, FacetShown, spelled, split, without
from search.queries.kinds import ALL
from search.rules import facets
from search.rules.addresses import address_of
from search.rules.kinds import Kind
from search.rules.questions import Query

Counts = Mapping[str, int]
Labels = Mapping[str, str]
OPEN = {facets.KIND, facets.GROUP}


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A filter of the members' page: what each of its values is called."""

    code: str
    name: str
    labels: Labels
    below: str = ""


def shelves(query: Query, counts: Mapping[str, Counts], *, user: User, on: date) -> list[Shelf]:
    """The filters, with words for every value that this reader may know of. One query, for the groups."""
    values = {name: {*counts.get(name, {}), *query.filters.get(name, ())} for name in facets.COUNTED_FOR_MEMBERS}
    groups = Group.objects.visible_to(user, on=on).filter(slug__in=values[facets.GROUP])
    kinds = {kind.value: str(ALL[kind]) for kind in Kind if kind in values[facets.KIND]}
    names = sorted(((one.slug, str(one.name)) for one in groups), key=lambda pair: sort_key(pair[1], query.language))
    months = worded(sorted(values[facets.WHEN], reverse=True), month_of)
    languages = worded(sorted(values[facets.LANGUAGE]), language_of)
    return [
        Shelf(code=facets.KIND, name=_("What it is"), labels=kinds),
        Shelf(code=facets.GROUP, name=_("Working group"), labels=dict(names)),
        Shelf(code=facets.WHEN, name=_("Date"), labels=months, below=_("Months of %(name)s")),
        Shelf(code=facets.LANGUAGE, name=_("Written in"), labels=languages),
    ]


def worded(values: Iterable[str], words: Callable[[str], str]) -> Labels:
    """Those that there are words for."""
    return {value: said for value in values if (said := words(value))}


def month_of(value: str) -> str:
    """`2026` or `2026/11` in the words of the page; empty for what is neither."""
    year, _slash, month = value.partition("/")
    if not (year.isdigit() and len(year) == 4 and int(year) and (not month or month.isdigit())):
        return ""
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    return str(format_date(date(int(year), int(month), 1), "LLLL y", locale=site_language()))


def language_of(code: str) -> str:
    try:
        name: str = get_language_info(code)["name_local"]
    except KeyError:
        return ""
    return name[:1].upper() + name[1:]


def facets_of(query: Query, counts: Mapping[str, Counts], found: list[Shelf]) -> list[FacetShown]:
    """Those with something to choose."""
    shown = [facet_of(shelf, counts.get(shelf.code, {}), query.filters.get(shelf.code, ())) for shelf in found]
    return [facet for facet in shown if facet.first]


def facet_of(shelf: Shelf, counts: Counts, chosen: tuple[str, ...]) -> FacetShown:
    tops = [
        choice_of(value, shelf, counts, chosen, below=[one for one in shelf.labels if one.startswith(f"{value}/")])
        for value in shelf.labels
        if "/" not in value
    ]
    # Kinds are few, and all are looked for.
    first, rest = (tuple(tops), ()) if shelf.code == facets.KIND else split(tops)
    return FacetShown(
        code=shelf.code,
        name=shelf.name,
        first=first,
        rest=rest,
        is_open=shelf.code in OPEN or bool(chosen),
        chosen=len(chosen),
        below=shelf.below,
    )


def choice_of(value: str, shelf: Shelf, counts: Counts, chosen: tuple[str, ...], *, below: list[str]) -> Choice:
    return Choice(
        value=value,
        text=shelf.labels[value],
        label=format_html("{}", shelf.labels[value]),
        count=counts.get(value, 0),
        is_chosen=value in chosen,
        children=tuple(choice_of(one, shelf, counts, chosen, below=[]) for one in below),
    )


def chosen_of(query: Query, found: list[Shelf]) -> list[Chosen]:
    """What can be taken away again. A value without words keeps its code."""
    return [
        Chosen(
            facet=shelf.code,
            name=shelf.name,
            value=value,
            label=spelled(shelf.labels.get(value, value)),
            href=address_of(without(query, shelf.code, value)),
            is_known=value in shelf.labels,
        )
        for shelf in found
        for value in query.filters.get(shelf.code, ())
    ]
