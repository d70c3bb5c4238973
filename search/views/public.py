"""The public search of the library. GET only, one address a state, complete without JavaScript."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.languages.text import site_language
from search.actions.sums import count_question
from search.engines.protocol import SearchUnavailable
from search.forms import remarks_on
from search.language.plans import SPELLING
from search.queries.choices import facets_shown, filters_chosen
from search.queries.nothing import tried
from search.queries.reading import query_of
from search.queries.studies import result_of
from search.queries.studies import studies as studies_of
from search.queries.vocabularies import Vocabularies, vocabularies
from search.rules.addresses import Fields, address_of, fields_of, years_of
from search.rules.audiences import PUBLIC
from search.rules.facets import COUNTED
from search.rules.questions import MOST_HITS, Chip, Query, Result, Sort


def asked_query(request: HttpRequest) -> Query:
    """Whoever asks, it is the public library that answers: a page, a feed and a file of it say the same to all."""
    return query_of(request.GET, language=site_language(), audience=(PUBLIC,))


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    query = asked_query(request)
    try:
        result = result_of(query)
        count_question(query, found=result.total, now=timezone.now())
        template, context = page(request, query, result)
    except SearchUnavailable as error:
        context = {"query": query, "reason": str(error) if request.user.is_staff else ""}
        return render(request, "search/unavailable.html", context, status=503)
    return render(request, template, context, status=404 if template == "search/beyond.html" else 200)


def page(request: HttpRequest, query: Query, result: Result) -> tuple[str, dict[str, Any]]:
    """The template, and what it shows."""
    here = vocabularies()
    context = around(request, query, result, here)
    if result.total:
        return listed(context, query, result, here)
    attempts = tried(query, result, here)
    found = studies_of(attempts.found, language=query.language, here=here) if attempts.found else []
    return "search/nothing.html", {**context, "tried": attempts, "studies": found}


def around(request: HttpRequest, query: Query, result: Result, here: Vocabularies) -> dict[str, Any]:
    """What stands around the results: facets, chips, what the forms carry."""
    fields, chosen = fields_of(query), filters_chosen(query, here)
    return {
        "query": query,
        "result": result,
        "here": address_of(replace(query, page=1)),
        "address": address_of(query),
        "carried": without(fields, *COUNTED, "from", "to"),
        "kept": without(fields, "sort"),
        "facets": facets_shown(query, result.facets, here),
        "chosen": chosen,
        "strange": [item for item in chosen if not item.is_known],
        "unfiltered": address_of(replace(query, filters={}, page=1)),
        "chips": [{"item": chip, "href": switched(query, chip)} for chip in result.expansions],
        "spelling": address_of(toggled(query, SPELLING)),
        "is_spelled": SPELLING not in query.off,
        "sorts": [(sort.value, sort is query.sort) for sort in Sort],
        "years": years_of(query),
        "remarks": remarks_on(request.GET),
    }


def listed(context: dict[str, Any], query: Query, result: Result, here: Vocabularies) -> tuple[str, dict[str, Any]]:
    """One page of studies; a page past the end says where the list ends."""
    paginator: Paginator[int] = Paginator(range(min(result.total, MOST_HITS)), query.size)
    if query.page > paginator.num_pages:
        last = address_of(replace(query, page=paginator.num_pages))
        return "search/beyond.html", {**context, "pages": paginator.num_pages, "last": last}
    numbers = paginator.get_elided_page_range(query.page, on_each_side=1, on_ends=1)
    shown = {
        "numbers": [
            (number, address_of(replace(query, page=number)) if isinstance(number, int) else "") for number in numbers
        ],
        "before": address_of(replace(query, page=query.page - 1)) if query.page > 1 else "",
        "after": address_of(replace(query, page=query.page + 1)) if query.page < paginator.num_pages else "",
        "rows": min(result.total, MOST_HITS),
        "ends_early": result.total > MOST_HITS and query.page == paginator.num_pages,
        "studies": studies_of(result, language=query.language, here=here),
    }
    return "search/studies.html", {**context, **shown}


def without(fields: Fields, *names: str) -> Fields:
    return [(name, value) for name, value in fields if name not in names]


def switched(query: Query, chip: Chip) -> str:
    """The address with one addition switched: `off` holds usual ones not wanted, `also` unusual ones wanted."""
    return address_of(
        toggled(query, chip.key) if chip.is_usual else replace(query, also=query.also ^ {chip.key}, page=1)
    )


def toggled(query: Query, key: str) -> Query:
    return replace(query, off=query.off ^ {key}, page=1)
